package io.orderflow.shipping.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.shipping.GoodsReturned;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentHandedOver;
import io.orderflow.shipping.ShipmentStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

class ConcurrentCarrierEventsIntegrationTests extends ShippingScenario {

    @RepeatedTest(5)
    void sameMessageAtOnceIsTakenOnce() throws Exception {
        var message = message("msg_" + order, "event-" + order, "shipment.in_transit", 0, null);
        Callable<Boolean> receive = () -> inbox.receive(message);

        List<Boolean> taken = atOnce(receive, receive, receive, receive, receive, receive);

        assertThat(taken).containsOnlyOnce(true);
    }

    @RepeatedTest(5)
    void sameEventAtOnceIsAppliedOnce() throws Exception {
        String id = tell("return.received", 0);
        shipping.book(order, 1);
        Callable<Object> apply = Executors.callable(() -> inbox.apply(id));

        atOnce(apply, apply, apply, apply);
        inbox.applyDue();

        assertThat(heard())
                .hasOnlyElementsOfTypes(ShipmentBooked.class, GoodsReturned.class)
                .hasSize(2);
    }

    @RepeatedTest(5)
    void sameMessageAboutABookedParcelAtOnceIsAppliedOnce() throws Exception {
        shipping.book(order, 1);
        var message = message("msg_" + order, "event-" + order, "return.received", 0, null);
        Callable<Boolean> receive = () -> inbox.receive(message);

        List<Boolean> taken = atOnce(receive, receive, receive, receive);

        assertThat(taken).containsOnlyOnce(true);
        assertThat(heard())
                .hasOnlyElementsOfTypes(ShipmentBooked.class, GoodsReturned.class)
                .hasSize(2);
    }

    @RepeatedTest(5)
    void handOverAndDeliveryAtOnceBothCount() throws Exception {
        shipping.book(order, 1);

        atOnce(() -> tell("shipment.delivered", 0), () -> tell("shipment.in_transit", -1));

        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
        assertThat(heard())
                .extracting(event -> (Object) event.getClass())
                .containsExactlyInAnyOrder(ShipmentBooked.class, ShipmentHandedOver.class, ShipmentDelivered.class);
    }

    @RepeatedTest(5)
    void cancellingAndHandOverAtOnceEndCancelled() throws Exception {
        shipping.book(order, 1);

        String inTransit = (String) atOnce(() -> tell("shipment.in_transit", 0), () -> shipping.cancel(order))
                .get(0);

        assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(outcome(inTransit)).isNotEqualTo(CarrierEvent.Outcome.PENDING);
    }

    @RepeatedTest(3)
    void twoNodesApplyEveryEventOnce() throws Exception {
        for (int parcel = 0; parcel < 30; parcel++) {
            tell("return.received", -parcel);
        }
        shipping.book(order, 1);
        clock.advance(Duration.ofSeconds(1));
        Callable<Object> node = Executors.callable(inbox::applyDue);

        atOnce(node, node);
        inbox.applyDue();

        assertThat(heard())
                .filteredOn(GoodsReturned.class::isInstance)
                .hasSize(30)
                .doesNotHaveDuplicates();
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.length);
        var start = new CyclicBarrier(work.length);
        try {
            List<Future<T>> results = threads.invokeAll(Stream.of(work)
                    .<Callable<T>>map(it -> () -> {
                        start.await();
                        return it.call();
                    })
                    .toList());
            return results.stream()
                    .map(ConcurrentCarrierEventsIntegrationTests::resultOf)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    private static <T> T resultOf(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
