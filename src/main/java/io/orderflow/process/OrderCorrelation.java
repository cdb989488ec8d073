package io.orderflow.process;

import io.orderflow.order.CancellationNoted;
import io.orderflow.order.OrderPlaced;
import io.orderflow.order.OrderReading;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.PaymentSubmitted;
import io.orderflow.returns.ReturnRequested;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.GoodsReturned;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentFailed;
import io.orderflow.shipping.ShipmentHandedOver;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Carries what the modules tell to the processes of an order and of its returns, by business key and in the transaction that tells it. The engine's
 * ways of saying that something else moved the process at the same time become one {@link ConcurrencyFailureException}: the
 * caller's transaction is then repeated from the start, and finds what the other one did.
 */
@Component
class OrderCorrelation {

    static final String PROCESS = "Order";
    static final String RETURN_PROCESS = "Return";

    private final RuntimeService runtime;
    private final OrderReading orders;
    private final ReturnService returns;

    OrderCorrelation(RuntimeService runtime, OrderReading orders, ReturnService returns) {
        this.runtime = runtime;
        this.orders = orders;
        this.returns = returns;
    }

    @EventListener
    void on(OrderPlaced placed) {
        VariableMap variables = Variables.createVariables().putValueTyped(OrderVariables.RESERVATION_EXPIRES_AT,
                Variables.dateValue(Date.from(placed.reservationExpiresAt()), true));
        runtime.startProcessInstanceByKey(PROCESS, placed.order().value(), variables);
    }

    @EventListener
    void on(PaymentSubmitted submitted) {
        guarded(() -> message(OrderMessage.PAYMENT_SUBMITTED, submitted.order()).correlate());
    }

    /** Where nobody waits for a cancellation just now, the order keeps it until the process asks. */
    @EventListener
    void on(CancellationNoted noted) {
        guarded(() -> message(OrderMessage.CANCELLATION_REQUESTED, noted.order()).correlateAll());
    }

    @EventListener
    @Order(2)
    void on(ShipmentHandedOver handedOver) {
        guarded(() -> message(OrderMessage.SHIPMENT_HANDED_OVER, handedOver.orderNumber()).correlate());
    }

    @EventListener
    @Order(2)
    void on(ShipmentDelivered delivered) {
        guarded(() -> message(OrderMessage.SHIPMENT_DELIVERED, delivered.orderNumber()).correlate());
    }

    /** News of a parcel whose order does not wait for it any more, such as one that came back, changes nothing. */
    @EventListener
    @Order(2)
    void on(ShipmentFailed failed) {
        if (orders.facts(failed.orderNumber()).status() != OrderStatus.SHIPPED) {
            return;
        }
        guarded(() -> message(OrderMessage.SHIPMENT_FAILED, failed.orderNumber())
                .setVariable(MarkShippingFailed.KIND, failed.kind()).correlate());
    }

    @EventListener
    void on(ReturnRequested requested) {
        message(OrderMessage.RETURN_REQUESTED, requested.order())
                .setVariable(OrderVariables.RETURN_ID, requested.id().value()).correlateStartMessage();
    }

    /** Nothing is left to deliver; an order that has been delivered needs not be told. */
    void everythingReturned(OrderNumber order) {
        guarded(() -> message(OrderMessage.EVERYTHING_RETURNED, order).correlateAll());
    }

    /** Goods that come before their return is approved wait for it; goods that nobody asked for change nothing. */
    @EventListener
    void on(GoodsReturned returned) {
        if (returns.hasOpen(returned.orderNumber())) {
            guarded(() -> message(OrderMessage.GOODS_RETURNED, returned.orderNumber()).correlate());
        }
    }

    private MessageCorrelationBuilder message(OrderMessage message, OrderNumber order) {
        return runtime.createMessageCorrelation(message.inDiagram()).processInstanceBusinessKey(order.value());
    }

    private static void guarded(Runnable correlation) {
        guarded(() -> {
            correlation.run();
            return null;
        });
    }

    static <T> T guarded(Supplier<T> correlation) {
        try {
            return correlation.get();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException | NullPointerException e) {
            // The engine answers a correlation that races another one with any of these three.
            throw new ConcurrencyFailureException("the order's process moved on at the same time", e);
        }
    }
}
