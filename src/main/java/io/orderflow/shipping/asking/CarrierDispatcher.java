package io.orderflow.shipping.asking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.outbound.Bulkhead;
import io.orderflow.shipping.BookingIntent;
import io.orderflow.shipping.Carrier;
import io.orderflow.shipping.CarrierCalls;
import io.orderflow.shipping.ShippingProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The dispatcher that gives due bookings to the worker that asks the carrier. First bookings have one bulkhead, and all
 * other requests have another. A carrier that answers at once needs neither.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class CarrierDispatcher implements CarrierCalls, SmartLifecycle {

    private final CarrierWorker worker;
    private final Carrier carrier;
    private final Bulkhead<String, CarrierRequest> first;
    private final Bulkhead<String, CarrierRequest> again;

    CarrierDispatcher(CarrierWorker worker, Carrier carrier, ShippingProperties properties, MeterRegistry meters) {
        this.worker = worker;
        this.carrier = carrier;
        this.first = bulkhead("booking", properties.lanes(), meters);
        this.again = bulkhead("shipment", Math.max(1, properties.lanes() / 4), meters);
    }

    private Bulkhead<String, CarrierRequest> bulkhead(String name, int number, MeterRegistry meters) {
        Bulkhead<String, CarrierRequest> bulkhead = new Bulkhead<>(name, number, worker);
        Gauge.builder("orders.shipping.lanes.busy", bulkhead, Bulkhead::busy)
                .tag("lane", name)
                .description("Parcels that the carrier is being asked about")
                .register(meters);
        return bulkhead;
    }

    @Override
    public void ask(BookingIntent booking) {
        Bulkhead<String, CarrierRequest> bulkhead =
                booking.isToBook() && booking.attempts().begun() == 0 ? first : again;
        bulkhead.askAfterCommit(booking.reference(), () -> worker.claim(booking));
    }

    /**
     * Finds the due bookings of which no event told: further attempts, those that found the bulkhead full, and those of
     * a dead node.
     */
    @Scheduled(fixedDelay = 1000)
    void look() {
        if (!carrier.answersAtOnce()) {
            first.serve(worker.dueFirst(first.free()), () -> true);
            again.serve(worker.dueAgain(again.free()), () -> true);
        }
    }

    @Override
    public void start() {
        first.open();
        again.open();
    }

    @Override
    public void stop() {
        first.shut();
        again.shut();
        first.close(carrier.patience());
        again.close(carrier.patience());
    }

    @Override
    public boolean isRunning() {
        return first.isOpen();
    }
}
