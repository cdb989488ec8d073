package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderflow.order.OrderView;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnNotPossible;
import io.orderflow.returns.ReturnNotPossible.Cause;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnWindow;
import io.orderflow.returns.ReturnWindows;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Until when an order can come back, from hand-over to the end of its last window. */
@ShopTest
class ReturnWindowTests extends ShopScenario {

    @Autowired
    ReturnWindows windows;

    @Autowired
    CarrierInbox carrier;

    @BeforeEach
    void stopTheClock() {
        clock.stop();
    }

    @AfterEach
    void letTheClockGoOn() {
        clock.goOn();
    }

    @Test
    void orderOffersReturnUntilTheLastWindowCloses() throws Exception {
        OrderNumber order = paid();
        assertThat(offered(order)).isEmpty();
        carrierTells(order, "shipment.in_transit");
        assertThat(offered(order)).contains(Optional.empty());
        carrierTells(order, "shipment.delivered");
        Instant last = windows.until(ReturnReason.DEFECTIVE, shop.order(order).completedAt());

        assertThat(shop.order(order).returnUntil()).isEqualTo(last);
        goTo(last);
        assertThat(offered(order)).contains(Optional.of(last));
        clock.advance(Duration.ofMillis(1));

        assertThat(offered(order)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ReturnReason.class)
    void everyReasonCountsToTheEndOfItsOwnWindow(ReturnReason reason) throws Exception {
        OrderNumber late = delivered();
        OrderNumber inTime = delivered();
        Instant deadline = windows.until(reason, shop.order(inTime).completedAt());
        goTo(deadline);

        String returnId = request(inTime, reason);
        goTo(windows.until(reason, shop.order(late).completedAt()).plusMillis(1));
        ReturnNotPossible refusal = catchThrowableOfType(ReturnNotPossible.class, () -> request(late, reason));

        assertThat(returns.facts(new ReturnId(returnId)).until()).isEqualTo(deadline);
        assertThat(refusal.cause()).isEqualTo(Cause.WINDOW_CLOSED);
        assertThat(refusal.deadline())
                .contains(windows.until(reason, shop.order(late).completedAt()));
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(late.value())
                        .count())
                .isZero();
    }

    @Test
    void decisionTableHearsInWhichWindowSomebodyAsked() throws Exception {
        OrderNumber onItsWay = paid();
        carrierTells(onItsWay, "shipment.in_transit");
        request(onItsWay, ReturnReason.DEFECTIVE);
        OrderNumber withdrawn = delivered();
        request(withdrawn, ReturnReason.DEFECTIVE);
        OrderNumber later = delivered();
        clock.advance(Duration.ofDays(30));
        request(later, ReturnReason.DEFECTIVE);

        assertThat(known(onItsWay, "returnWindow")).isEqualTo(ReturnWindow.BEFORE_DELIVERY.name());
        assertThat(known(onItsWay, "suggestion")).isEqualTo("CHECK");
        assertThat(known(withdrawn, "returnWindow")).isEqualTo(ReturnWindow.WITHDRAWAL.name());
        assertThat(known(later, "returnWindow")).isEqualTo(ReturnWindow.AFTER_WITHDRAWAL.name());
        assertThat(known(later, "suggestion")).isEqualTo("APPROVE");
    }

    @Test
    void whatIsNotWithTheCustomerDoesNotComeBack() throws Exception {
        OrderNumber inPreparation = paid();
        OrderNumber lost = paid();
        carrierTells(lost, "shipment.in_transit");
        carrierTells(lost, "shipment.failure");
        OrderNumber cancelled = shop.place(shop.product(5), 1);
        shop.cancel(cancelled);

        for (OrderNumber order : new OrderNumber[] {inPreparation, lost, cancelled}) {
            ReturnNotPossible refusal =
                    catchThrowableOfType(ReturnNotPossible.class, () -> request(order, ReturnReason.OTHER));
            assertThat(refusal.cause()).as(shop.order(order).status().name()).isEqualTo(Cause.NOT_SHIPPED);
            assertThat(refusal.deadline()).isEmpty();
        }
    }

    /**
     * The deadline of the action that the order offers; empty inside where it has none, empty outside where it is not
     * offered.
     */
    private Optional<Optional<Instant>> offered(OrderNumber order) throws Exception {
        return shop.order(order).actions().stream()
                .filter(allowed -> allowed.action() == OrderView.Action.RETURN)
                .map(allowed -> Optional.ofNullable(allowed.until()))
                .findFirst();
    }

    private OrderNumber paid() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 1);
        shop.pay(order, "card-" + order);
        shop.letWorkBeDone(order);
        return order;
    }

    private OrderNumber delivered() throws Exception {
        OrderNumber order = paid();
        carrierTells(order, "shipment.in_transit");
        carrierTells(order, "shipment.delivered");
        return order;
    }

    private void carrierTells(OrderNumber order, String type) {
        String id = UUID.randomUUID().toString();
        clock.advance(Duration.ofSeconds(1));
        carrier.receive(new CarrierMessage(id, type, "simulated", id, null, order.value(), null, clock.instant()));
        carrier.applyDue();
    }

    private String request(OrderNumber order, ReturnReason reason) throws Exception {
        return returns.request(new RequestReturn(order, Optional.empty(), new Actor("alice"), reason, null, Map.of()))
                .returnId();
    }

    private Object known(OrderNumber order, String variable) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey("Task_ApproveReturn")
                .singleResult();
        return runtime.getVariable(task.getExecutionId(), variable);
    }

    private void goTo(Instant moment) {
        clock.advance(Duration.between(clock.instant(), moment));
    }
}
