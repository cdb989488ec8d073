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
 * Carries what the modules tell to the processes of an order and of its returns, by business key and in the transaction
 * that tells it. The engine's ways of saying that something else moved the process at the same time become one
 * {@link ConcurrencyFailureException}: the caller's transaction is then repeated from the start, and finds what the
 * other one did.
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
        waits.end(OrderWait.PAYMENT, submitted.order(), OrderVariables.told(OrderVariables.PAYMENT, Told.SUBMITTED));
    }

    /** While a payment is in progress the order keeps the cancellation until the process asks. */
    @EventListener
    void on(CancellationNoted noted) {
        if (noted.now()) {
            cancellationWanted(noted.order());
        }
    }

    /** Calls the order off where it waits, if what it waits for can be done without. */
    public void cancellationWanted(OrderNumber order) {
        if (!calledOffUnpaid(order) && !calledOffUnshipped(order)) {
            stuck.retry(order, Step.RETRY_BOOKING);
        }
    }

    private boolean calledOffUnshipped(OrderNumber order) {
        return waits.endIfThere(
                        OrderWait.HAND_OVER, order, OrderVariables.told(OrderVariables.HAND_OVER, Told.CALLED_OFF))
                || waits.endIfThere(
                        OrderWait.BOOKING, order, OrderVariables.told(OrderVariables.BOOKING_STATUS, Told.CALLED_OFF));
    }

    /** An order that has lost its process is another's matter. */
    @EventListener
    void on(ReservationExpired expired) {
        calledOffUnpaid(expired.order());
    }

    private boolean calledOffUnpaid(OrderNumber order) {
        return waits.endIfThere(OrderWait.PAYMENT, order, OrderVariables.told(OrderVariables.PAYMENT, Told.CALLED_OFF));
    }

    /**
     * The carrier has taken the parcel. A cancellation that the process has not heard of comes first: then the carrier
     * is asked to recall what it has just taken.
     */
    public void handedOver(OrderNumber order, Instant at) {
        if (!orders.isWanted(order) && calledOffUnshipped(order)) {
            return;
        }
        waits.end(OrderWait.HAND_OVER, order, OrderVariables.told(OrderVariables.HAND_OVER, Told.HANDED_OVER, at));
    }

    /** A parcel has arrived while a person was to decide what becomes of the order. */
    public void deliveredAfterAll(OrderNumber order, Instant at) {
        guarded(() -> message(OrderMessage.DELIVERED_AFTER_ALL, order)
                .setVariables(OrderVariables.told(at))
                .correlate());
    }

    /** The process that carries out the return begins in the transaction that stores it. */
    @EventListener
    void on(ReturnRequested requested) {
        started(
                ProcessKey.RETURN,
                () -> message(OrderMessage.RETURN_REQUESTED, requested.order())
                        .setVariable(OrderVariables.RETURN_ID, requested.id().value())
                        .correlateStartMessage());
    }

    /** Nothing is left to deliver; an order that has been delivered needs not be told. */
    public void everythingReturned(OrderNumber order) {
        if (!waits.endIfThere(
                OrderWait.DELIVERY, order, OrderVariables.told(OrderVariables.DELIVERY, Told.EVERYTHING_BACK))) {
            guarded(() -> message(OrderMessage.EVERYTHING_RETURNED, order).correlateAll());
        }
    }

    /** The goods of the order's open return have come; before it is approved nobody hears it. */
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
