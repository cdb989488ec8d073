package io.orderflow.process;

import io.orderflow.order.CancellationNoted;
import io.orderflow.order.OrderPlaced;
import io.orderflow.order.PaymentSubmitted;
import io.orderflow.order.ReservationExpired;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.returns.ReturnRequested;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ProcessesOnHold;
import java.time.Instant;
import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * The correlation of events of the modules with the processes of an order and of its returns. It finds a process by its
 * business key, in the transaction of the event. When something else moved the process at the same time, the engine
 * says so in several ways; they all become one {@link ConcurrencyFailureException}. The caller then repeats its
 * transaction from the start and finds the process where it stands now.
 */
@Component
public class OrderCorrelation {

    private final RuntimeService runtime;
    private final ReceiveTasks waits;
    private final StuckSteps stuck;
    private final OrderReading orders;

    OrderCorrelation(RuntimeService runtime, ReceiveTasks waits, StuckSteps stuck, OrderReading orders) {
        this.runtime = runtime;
        this.waits = waits;
        this.stuck = stuck;
        this.orders = orders;
    }

    @EventListener
    void on(OrderPlaced placed) {
        started(
                ProcessKey.ORDER,
                () -> waits.began(
                        placed.order(),
                        runtime.startProcessInstanceByKey(
                                ProcessKey.ORDER.inDiagram(), placed.order().value())));
    }

    @EventListener
    void on(PaymentSubmitted submitted) {
        waits.end(AwaitStep.PAYMENT, submitted.order(), OrderVariables.told(OrderVariables.PAYMENT, Told.SUBMITTED));
    }

    /**
     * Calls the order off at once, or leaves the cancellation with the order, where the process asks for it after a
     * charge.
     */
    @EventListener
    void on(CancellationNoted noted) {
        if (noted.now()) {
            cancellationWanted(noted.order());
        }
    }

    /** Calls the order off where it waits for a payment, a booking or a hand-over, or lets a stuck booking go on. */
    public void cancellationWanted(OrderNumber order) {
        if (!calledOffUnpaid(order) && !calledOffUnshipped(order)) {
            stuck.retry(order, Step.RETRY_BOOKING);
        }
    }

    private boolean calledOffUnshipped(OrderNumber order) {
        return waits.endIfThere(
                        AwaitStep.HAND_OVER, order, OrderVariables.told(OrderVariables.HAND_OVER, Told.CALLED_OFF))
                || waits.endIfThere(
                        AwaitStep.BOOKING, order, OrderVariables.told(OrderVariables.BOOKING_STATUS, Told.CALLED_OFF));
    }

    /** Calls an unpaid order off. An order without a process is left to those who look for orphans. */
    @EventListener
    void on(ReservationExpired expired) {
        calledOffUnpaid(expired.order());
    }

    private boolean calledOffUnpaid(OrderNumber order) {
        return waits.endIfThere(AwaitStep.PAYMENT, order, OrderVariables.told(OrderVariables.PAYMENT, Told.CALLED_OFF));
    }

    /**
     * Tells the process that the carrier has the parcel. If the order was cancelled and its process does not know yet,
     * the process is told of the cancellation instead, and asks the carrier to recall the parcel.
     */
    public void handedOver(OrderNumber order, Instant at) {
        if (!orders.isWanted(order) && calledOffUnshipped(order)) {
            return;
        }
        waits.end(AwaitStep.HAND_OVER, order, OrderVariables.told(OrderVariables.HAND_OVER, Told.HANDED_OVER, at));
    }

    /** Tells the process that a parcel has arrived, while a person was to decide what becomes of the order. */
    public void deliveredAfterAll(OrderNumber order, Instant at) {
        guarded(() -> message(OrderMessage.DELIVERED_AFTER_ALL, order)
                .setVariables(OrderVariables.told(at))
                .correlate());
    }

    /** Starts the process of the return in the transaction that stores the return. */
    @EventListener
    void on(ReturnRequested requested) {
        started(
                ProcessKey.RETURN,
                () -> message(OrderMessage.RETURN_REQUESTED, requested.order())
                        .setVariable(OrderVariables.RETURN_ID, requested.id().value())
                        .correlateStartMessage());
    }

    /**
     * Tells the process that nothing is left to deliver. A process that does not wait for the delivery does not hear
     * it.
     */
    public void everythingReturned(OrderNumber order) {
        if (!waits.endIfThere(
                AwaitStep.DELIVERY, order, OrderVariables.told(OrderVariables.DELIVERY, Told.EVERYTHING_BACK))) {
            guarded(() -> message(OrderMessage.EVERYTHING_RETURNED, order).correlateAll());
        }
    }

    /**
     * Tells the process of the order's open return that the goods have come. Before the approval it does not hear it.
     */
    public void goodsReturned(OrderNumber order) {
        guarded(() -> message(OrderMessage.GOODS_RETURNED, order).correlate());
    }

    private MessageCorrelationBuilder message(OrderMessage message, OrderNumber order) {
        return runtime.createMessageCorrelation(message.inDiagram()).processInstanceBusinessKey(order.value());
    }

    private static void started(ProcessKey process, Runnable start) {
        try {
            start.run();
        } catch (SuspendedEntityInteractionException | MismatchingMessageCorrelationException | NullValueException e) {
            throw new ProcessesOnHold(
                    "no definition of the process " + process.inDiagram() + " can be started: " + e.getMessage());
        }
    }

    static void guarded(Runnable correlation) {
        guarded(() -> {
            correlation.run();
            return null;
        });
    }

    static <T extends @Nullable Object> T guarded(Supplier<T> correlation) {
        try {
            return correlation.get();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException | NullPointerException e) {
            // The engine answers a correlation that races another one with any of these three.
            throw new ConcurrencyFailureException("the order's process moved on at the same time", e);
        }
    }
}
