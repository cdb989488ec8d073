package io.orderflow.order.progress;

import io.orderflow.order.CancellationRequested;
import io.orderflow.order.IllegalTransition;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderResult;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.aggregate.Order;
import io.orderflow.order.aggregate.OrderStore;
import io.orderflow.order.aggregate.ShipmentColumns;
import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The service through which the process changes orders. Each step may be repeated: a step that finds its work done
 * changes nothing. If the order does not exist, it throws an {@link IllegalStateException}; if the transition table
 * does not allow the move, an {@link IllegalTransition}.
 *
 * <p>The parameter {@code told} is the time that the carrier gave for an event. The order takes it as the time of the
 * step if it lies between the last step and now; otherwise, or if it is null, the order takes the present time. The
 * audit trail keeps both.
 */
@Service
@Transactional
public class OrderProgress {

    private final OrderStore ledger;
    private final Clock clock;

    OrderProgress(OrderStore ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps everybody else from changing the order until this transaction ends, so that its parcel can be booked.
     *
     * @return which attempt to ship the order it is: the one that is booked already, else the next one
     * @throws IllegalStateException when a cancellation came first: then nothing must be booked any more
     */
    public int holdForShipping(OrderNumber number) {
        return ledger.lock(number)
                .filter(Order::isWanted)
                .map(Order::attemptToShip)
                .orElseThrow(() -> new IllegalStateException("no order, or none that is still wanted: " + number));
    }

    /**
     * Keeps everybody else from changing an order, which need not exist, until this transaction ends; returns whether
     * it does.
     */
    public boolean holdIfThere(OrderNumber number) {
        return ledger.lock(number).isPresent();
    }

    /**
     * The money is ours: {@code PAID}.
     *
     * @return false when the order was paid before
     */
    public boolean markPaid(OrderNumber number) {
        Order order = ledger.lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        boolean paid = order.markPaid(clock.instant());
        ledger.written(order);
        return paid;
    }

    /** Whether the outcome of the order's charge is not known to it yet; its row is locked from then on. */
    public boolean isAwaitingCharge(OrderNumber number) {
        return ledger.lock(number).filter(Order::isAwaitingCharge).isPresent();
    }

    /** The gateway declined; the order itself fails when it is called off. */
    public void noteDecline(OrderNumber number, String declineCode) {
        ledger.change(number, order -> order.noteDecline(declineCode));
    }

    /**
     * {@code PROCESSING}, unless somebody asked for cancellation meanwhile.
     *
     * @throws CancellationRequested when the order is wanted cancelled; nothing was changed
     */
    public void startPreparation(OrderNumber number) throws CancellationRequested {
        Order order = ledger.lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        order.startPreparation(clock.instant());
        ledger.written(order);
    }

    /** Keeps the carrier's tracking number with the order. */
    public void noteShipment(OrderNumber number, int attempt, String carrier, String trackingNumber, String status) {
        ledger.change(
                number,
                order -> order.noteShipment(
                        new ShipmentColumns(carrier, trackingNumber, status, attempt), clock.instant()));
    }

    /** Keeps how far the parcel of this attempt is; news of an earlier attempt only go to the audit trail. */
    public void noteShipmentStatus(OrderNumber number, int attempt, String status, @Nullable Instant told) {
        ledger.change(number, order -> order.noteShipmentStatus(attempt, status, Actor.CARRIER, told, clock.instant()));
    }

    /** Keeps in the audit trail what the carrier told that moves neither parcel nor order. */
    public void noteCarrierNews(OrderNumber number, Map<String, ?> news, @Nullable Instant told) {
        ledger.change(number, order -> order.noteCarrierNews(news, told, clock.instant()));
    }

    /** The parcel of this attempt was called back. */
    public void noteShipmentCancelled(OrderNumber number, int attempt) {
        ledger.change(
                number, order -> order.noteShipmentStatus(attempt, "CANCELLED", Actor.SYSTEM, null, clock.instant()));
    }

    /** The carrier has the parcel: {@code SHIPPED}. */
    public void markShipped(OrderNumber number, @Nullable Instant told) {
        ledger.change(number, order -> order.markShipped(told, clock.instant()));
    }

    /** Delivered: {@code COMPLETED}. */
    public void complete(OrderNumber number, @Nullable Instant told) {
        ledger.change(number, order -> order.complete(told, clock.instant()));
    }

    /**
     * The carrier gave the parcel up: {@code SHIP_FAILED}.
     *
     * @param kind {@code FAILED} or {@code RETURN_TO_SENDER}
     * @param detail the carrier's words, null for none
     */
    public void markShippingFailed(OrderNumber number, String kind, @Nullable String detail, @Nullable Instant told) {
        ledger.change(
                number,
                order -> order.markShippingFailed(
                        Map.of("kind", kind, "detail", detail == null ? "" : detail), told, clock.instant()));
    }

    /** A person wants the parcel sent again: back to {@code PROCESSING}, to this address. */
    public void shipAgain(OrderNumber number, ShippingAddress address, Actor by) {
        ledger.change(number, order -> order.shipAgain(address, by, clock.instant()));
    }

    /** A person gives up shipping; the order itself is called off next. */
    public void noteShippingGivenUp(OrderNumber number, String resolution, Actor by) {
        ledger.change(number, order -> order.giveUpShipping(resolution, by, clock.instant()));
    }

    /**
     * Counts returned pieces on the order's lines: {@code RETURNED} when nothing is left with the customer. To be
     * called once per return.
     *
     * @return whether everything has come back
     */
    public boolean countReturn(OrderNumber number, String returnId, Map<Sku, Integer> accepted) {
        ledger.change(number, order -> order.countReturn(returnId, accepted, clock.instant()));
        return ledger.lock(number).orElseThrow().status() == OrderStatus.RETURNED;
    }

    /**
     * Takes the decision that nothing (more) will be delivered: {@code CANCELLED}. A cancellation that somebody asked
     * for gives its own reason precedence. Called off already: no effect.
     *
     * @param reason empty only when somebody asked for the cancellation, or the reservation has expired
     */
    public void callOff(OrderNumber number, Optional<OrderReason> reason) {
        ledger.change(number, order -> order.callOff(reason, clock.instant()));
    }

    /**
     * The payment was declined: {@code FAILED}, also where somebody asked for a cancellation. Called off already: no
     * effect.
     */
    public void fail(OrderNumber number) {
        ledger.change(number, order -> order.fail(clock.instant()));
    }

    /**
     * Keeps an order that could not be supplied as {@code CANCELLED}, {@code OUT_OF_STOCK}.
     *
     * @param shortages what was missing, for the audit trail
     */
    public void reject(OrderNumber number, List<Shortage> shortages) {
        ledger.change(number, order -> order.reject(shortages, clock.instant()));
    }

    /** @param refundedInAll everything refunded of this order up to now */
    public void noteRefund(OrderNumber number, Money refundedInAll) {
        ledger.change(number, order -> order.noteRefund(refundedInAll, clock.instant()));
    }

    /** @param answer the gateway's words */
    public void noteRefusedRefund(OrderNumber number, Money amount, String answer) {
        ledger.change(number, order -> order.noteRefusedRefund(amount, answer, clock.instant()));
    }

    /**
     * Keeps who completed which task with which answer; for an order that is not there: no effect.
     *
     * @param answer what was answered, by name; no personal data
     * @param given what else was given, by its names alone
     */
    public void noteTask(OrderNumber number, String task, Map<String, ?> answer, Set<String> given, Actor by) {
        if (holdIfThere(number)) {
            ledger.change(
                    number,
                    order -> order.noteTask(
                            Map.of("task", task, "answer", answer, "given", given), by, clock.instant()));
        }
    }

    /**
     * Names the result of an order that was called off; {@code REFUNDED} only when every won paid is confirmed back.
     */
    public OrderResult close(OrderNumber number) {
        Order order = ledger.lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        OrderResult result = order.close(clock.instant());
        ledger.written(order);
        return result;
    }
}
