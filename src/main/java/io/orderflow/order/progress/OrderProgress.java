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
import io.orderflow.shared.Quantity;
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
 * What the process does to orders. A step that moves an order may be repeated: one that finds its work done changes
 * nothing. What is only noted is noted as often as it is told, unless the method says otherwise. An order that does not
 * exist is an {@link IllegalStateException}, a move the transition table forbids an {@link IllegalTransition}.
 *
 * <p>What the carrier told counts from the time {@code told} where that lies between the order's last step and now, and
 * otherwise, or when it is null, from now. The audit trail keeps both. An {@code attempt} is the order's shipment of
 * that number, counted from 1.
 */
@Service
@Transactional
public class OrderProgress {

    private final OrderStore store;
    private final Clock clock;

    OrderProgress(OrderStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps everybody else from changing the order until this transaction ends, so that its parcel can be booked.
     * Changes nothing itself: a repeated call answers the same until that parcel has failed.
     *
     * @return which attempt to ship the order it is, counted from 1: the one that is booked already, else the next one
     * @throws IllegalStateException when a cancellation came first, so that nothing must be booked any more, or there
     *     is no such order
     */
    public int holdForShipping(OrderNumber number) {
        return store.lock(number)
                .filter(Order::isWanted)
                .map(Order::attemptToShip)
                .orElseThrow(() -> new IllegalStateException("no order, or none that is still wanted: " + number));
    }

    /**
     * Keeps everybody else from changing an order, which need not exist, until this transaction ends; returns whether
     * it does. A repeated call holds nothing more.
     */
    public boolean holdIfThere(OrderNumber number) {
        return store.lock(number).isPresent();
    }

    /**
     * The money is ours: {@code PAID}. A repeated call has no effect.
     *
     * @return false when the order was paid before
     * @throws IllegalStateException when no payment is in progress
     */
    public boolean markPaid(OrderNumber number) {
        Order order = store.lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        boolean paid = order.markPaid(clock.instant());
        store.written(order);
        return paid;
    }

    /**
     * Whether the outcome of the order's charge is not known to it yet; false for an order that does not exist. Its row
     * is locked from then on until this transaction ends, and a repeated call changes nothing.
     */
    public boolean isAwaitingCharge(OrderNumber number) {
        return store.lock(number).filter(Order::isAwaitingCharge).isPresent();
    }

    /**
     * The gateway declined; the order itself fails when it is called off. A repeated call overwrites the code.
     *
     * @param declineCode the gateway's, as it sent it
     */
    public void noteDecline(OrderNumber number, String declineCode) {
        store.change(number, order -> order.noteDecline(declineCode));
    }

    /**
     * {@code PROCESSING}, unless somebody asked for cancellation meanwhile. In preparation already: a repeated call has
     * no effect, and refuses nothing.
     *
     * @throws CancellationRequested when the order is wanted cancelled; nothing was changed
     */
    public void startPreparation(OrderNumber number) throws CancellationRequested {
        Order order = store.lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        order.startPreparation(clock.instant());
        store.written(order);
    }

    /**
     * Keeps the parcel that was booked with the order, in place of an earlier one. To be called once per attempt: a
     * repeated call leaves a second entry in the audit trail.
     *
     * @param attempt which shipment of the order, counted from 1
     * @param carrier its name
     * @param trackingNumber what the carrier and the customer know the parcel by
     * @param status how far the parcel is, in the words of shipping
     */
    public void noteShipment(OrderNumber number, int attempt, String carrier, String trackingNumber, String status) {
        store.change(
                number,
                order -> order.noteShipment(
                        new ShipmentColumns(carrier, trackingNumber, status, attempt), clock.instant()));
    }

    /**
     * Keeps how far the parcel of this attempt is; what is told of an earlier attempt only goes to the audit trail, as
     * often as it is told. Repeated for the latest attempt, or for an order without a parcel: no effect.
     *
     * @param attempt which shipment of the order, counted from 1
     * @param status how far the parcel is, in the words of shipping
     * @param told when it happened by the carrier's account; null for now
     */
    public void noteShipmentStatus(OrderNumber number, int attempt, String status, @Nullable Instant told) {
        store.change(number, order -> order.noteShipmentStatus(attempt, status, Actor.CARRIER, told, clock.instant()));
    }

    /**
     * Keeps in the audit trail a carrier event that moves neither parcel nor order. Each call leaves an entry, a
     * repeated one too.
     *
     * @param event what was told, by name
     * @param told when it happened by the carrier's account; null for now
     */
    public void noteCarrierEvent(OrderNumber number, Map<String, ?> event, @Nullable Instant told) {
        store.change(number, order -> order.noteCarrierEvent(event, told, clock.instant()));
    }

    /**
     * The parcel of this attempt was called back. Repeated for the latest attempt: no effect.
     *
     * @param attempt which shipment of the order, counted from 1
     */
    public void noteShipmentCancelled(OrderNumber number, int attempt) {
        store.change(
                number, order -> order.noteShipmentStatus(attempt, "CANCELLED", Actor.SYSTEM, null, clock.instant()));
    }

    /**
     * The carrier has the parcel: {@code SHIPPED}. Repeated while the order is that: no effect.
     *
     * @param told when it happened by the carrier's account; null for now
     */
    public void markShipped(OrderNumber number, @Nullable Instant told) {
        store.change(number, order -> order.markShipped(told, clock.instant()));
    }

    /**
     * Delivered: {@code COMPLETED}. Repeated while the order is that: no effect.
     *
     * @param told when it happened by the carrier's account; null for now
     */
    public void complete(OrderNumber number, @Nullable Instant told) {
        store.change(number, order -> order.complete(told, clock.instant()));
    }

    /**
     * The carrier gave the parcel up: {@code SHIP_FAILED}. Repeated while the order is that: no effect, and what the
     * carrier said first stays.
     *
     * @param kind {@code FAILED} or {@code RETURN_TO_SENDER}
     * @param detail the carrier's words, null for none
     * @param told when it happened by the carrier's account; null for now
     */
    public void markShippingFailed(OrderNumber number, String kind, @Nullable String detail, @Nullable Instant told) {
        store.change(
                number,
                order -> order.markShippingFailed(
                        Map.of("kind", kind, "detail", detail == null ? "" : detail), told, clock.instant()));
    }

    /**
     * A person wants the parcel sent again: back to {@code PROCESSING}, to this address. In {@code PROCESSING} already:
     * a repeated call has no effect, and its address is not taken.
     */
    public void shipAgain(OrderNumber number, ShippingAddress address, Actor by) {
        store.change(number, order -> order.shipAgain(address, by, clock.instant()));
    }

    /**
     * A person gives up shipping; the order itself is called off next. To be called once: a repeated call leaves a
     * second entry in the audit trail.
     *
     * @param resolution how they resolved it, as the form calls it
     */
    public void noteShippingGivenUp(OrderNumber number, String resolution, Actor by) {
        store.change(number, order -> order.giveUpShipping(resolution, by, clock.instant()));
    }

    /**
     * Counts returned pieces on the order's lines: {@code RETURNED} when nothing is left with the customer. To be
     * called once per return: a repeated call would count the pieces again.
     *
     * @param returnId for the audit trail
     * @param accepted the pieces that count, by product; a product that is absent has none
     * @return whether everything has come back
     * @throws IllegalArgumentException when more pieces come back than were bought; nothing is changed then
     */
    public boolean countReturn(OrderNumber number, String returnId, Map<Sku, Quantity> accepted) {
        store.change(number, order -> order.countReturn(returnId, accepted, clock.instant()));
        return store.lock(number).orElseThrow().status() == OrderStatus.RETURNED;
    }

    /**
     * Takes the decision that nothing (more) will be delivered: {@code CANCELLED}. A cancellation that somebody asked
     * for gives its own reason precedence. Called off already: no effect.
     *
     * @param reason empty only when somebody asked for the cancellation, or the reservation has expired
     */
    public void callOff(OrderNumber number, Optional<OrderReason> reason) {
        store.change(number, order -> order.callOff(reason, clock.instant()));
    }

    /**
     * The payment was declined: {@code FAILED}, also where somebody asked for a cancellation. Called off already: no
     * effect.
     */
    public void fail(OrderNumber number) {
        store.change(number, order -> order.fail(clock.instant()));
    }

    /**
     * Keeps an order that could not be supplied as {@code CANCELLED}, {@code OUT_OF_STOCK}. Called off already: a
     * repeated call has no effect.
     *
     * @param shortages what was missing, for the audit trail
     */
    public void reject(OrderNumber number, List<Shortage> shortages) {
        store.change(number, order -> order.reject(shortages, clock.instant()));
    }

    /**
     * Keeps how much was refunded, and with it whether that is all of the payment. Repeated with the same amount: no
     * effect.
     *
     * @param refundedInAll everything refunded of this order up to now
     */
    public void noteRefund(OrderNumber number, Money refundedInAll) {
        store.change(number, order -> order.noteRefund(refundedInAll, clock.instant()));
    }

    /**
     * Keeps in the audit trail that the gateway refused a refund. Each call leaves an entry, a repeated one too.
     *
     * @param amount what was to be refunded
     * @param answer the gateway's words
     */
    public void noteRefusedRefund(OrderNumber number, Money amount, String answer) {
        store.change(number, order -> order.noteRefusedRefund(amount, answer, clock.instant()));
    }

    /**
     * Keeps who completed which task with which answer; for an order that is not there: no effect. Each call leaves an
     * entry, a repeated one too.
     *
     * @param task its id in the diagram
     * @param answer what was answered, by name; no personal data
     * @param given what else was given, by its names alone
     */
    public void noteTask(OrderNumber number, String task, Map<String, ?> answer, Set<String> given, Actor by) {
        if (holdIfThere(number)) {
            store.change(
                    number,
                    order -> order.noteTask(
                            Map.of("task", task, "answer", answer, "given", given), by, clock.instant()));
        }
    }

    /**
     * Names the result of an order that was called off; {@code REFUNDED} only when every won paid is confirmed back,
     * and then the order is that too. A repeated call gives the same answer, unless money has gone back since.
     */
    public OrderResult close(OrderNumber number) {
        Order order = store.lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        OrderResult result = order.close(clock.instant());
        store.written(order);
        return result;
    }
}
