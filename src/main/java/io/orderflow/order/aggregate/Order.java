package io.orderflow.order.aggregate;

import static io.orderflow.order.aggregate.OrderEventType.*;
import static java.util.Objects.requireNonNull;

import io.orderflow.order.CancellationRequested;
import io.orderflow.order.IllegalTransition;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderResult;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.PaymentStatus;
import io.orderflow.order.ReturnDeadlines;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * An order. Each method that changes it checks the move against the transition table and adds audit events. A method
 * that finds its work done already does nothing, so every step of the process may be repeated.
 */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    private String orderNumber;

    private @Nullable String placementKey;
    private String customerId;
    private String locale;

    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.CREATED;

    @Enumerated(EnumType.STRING)
    private @Nullable OrderReason reason;

    @Embedded
    private AddressColumns address;

    private @Nullable String couponCode;
    private long totalAmount;
    private long discountAmount;
    private long paymentAmount;
    private long refundedAmount;

    @Enumerated(EnumType.STRING)
    private PaymentStatus paymentStatus = PaymentStatus.PENDING;

    private @Nullable String paymentKey;
    private @Nullable String paymentMethod;
    private @Nullable String declineCode;

    @Embedded
    private @Nullable ShipmentColumns shipment;

    @Embedded
    private @Nullable CancellationIntent cancellation;

    private Instant reservationExpiresAt;
    private Instant orderedAt;
    /** When the order came into its present status; for a step of the carrier, the time that the carrier gave. */
    private Instant movedAt;

    private @Nullable Instant paidAt;
    private @Nullable Instant shippedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant cancelledAt;
    private @Nullable Instant refundedAt;
    private int eventCount;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_number"))
    @OrderColumn(name = "line_number")
    @BatchSize(size = 100)
    private List<OrderLine> lines = new ArrayList<>();

    @Transient
    private final List<OrderEvent> newEvents = new ArrayList<>();

    protected Order() {}

    public Order(OrderNumber number, PlaceOrder request, Quote quote, Instant now, Instant reservationExpiresAt) {
        this.orderNumber = number.value();
        this.placementKey = request.placementKey();
        this.customerId = request.customer().value();
        this.locale = request.locale().getLanguage();
        this.address = new AddressColumns(request.address());
        this.couponCode = request.coupon().map(CouponCode::value).orElse(null);
        this.lines = new ArrayList<>(quote.lines());
        this.totalAmount = quote.total().won();
        this.discountAmount = quote.discount().won();
        this.paymentAmount = quote.toPay().won();
        this.orderedAt = now;
        this.movedAt = now;
        this.reservationExpiresAt = reservationExpiresAt;
        record(ORDER_PLACED, null, status, request.actor(), now, null);
    }

    public boolean wasPlacedBefore(Instant time) {
        return orderedAt.isBefore(time);
    }

    void forgetPlacement() {
        placementKey = null;
    }

    // ---- paying

    /** Whether the same payment key was submitted before; such a repeat changes nothing. */
    public boolean knowsPayment(String key) {
        return key.equals(paymentKey);
    }

    public boolean awaitsPayment(Instant now) {
        return status == OrderStatus.CREATED
                && paymentStatus == PaymentStatus.PENDING
                && cancellation == null
                && now.isBefore(reservationExpiresAt);
    }

    public void submitPayment(String key, @Nullable String method, Actor actor, Instant now) {
        paymentKey = key;
        paymentMethod = method;
        paymentStatus = PaymentStatus.IN_PROGRESS;
        note(PAYMENT_SUBMITTED, actor, now, null);
    }

    public boolean isAwaitingCharge() {
        return status == OrderStatus.CREATED && paymentStatus == PaymentStatus.IN_PROGRESS;
    }

    /** Returns false, and changes nothing, if the order was paid before. */
    public boolean markPaid(Instant now) {
        if (paidAt != null) {
            return false;
        }
        if (paymentStatus != PaymentStatus.IN_PROGRESS) {
            throw new IllegalStateException("order " + orderNumber + " has no payment in progress");
        }
        become(OrderStatus.PAID, ORDER_PAID, Actor.GATEWAY, now, null);
        paymentStatus = PaymentStatus.PAID;
        paidAt = now;
        return true;
    }

    // ---- preparing, shipping, delivering

    public void startPreparation(Instant now) throws CancellationRequested {
        if (status == OrderStatus.PROCESSING) {
            return;
        }
        if (cancellation != null) {
            throw new CancellationRequested(number());
        }
        become(OrderStatus.PROCESSING, ORDER_IN_PREPARATION, Actor.SYSTEM, now, null);
    }

    public void noteShipment(ShipmentColumns booked, Instant now) {
        shipment = booked;
        note(
                SHIPMENT_BOOKED,
                Actor.SYSTEM,
                now,
                EventData.of(Map.of(
                        "carrier",
                        booked.view().carrier(),
                        "trackingNumber",
                        booked.view().trackingNumber())));
    }

    /**
     * Stores the shipment's status. If the status is that of an earlier delivery attempt, it goes into the audit trail
     * only.
     *
     * @param told the carrier's time of the event; null means now
     */
    public void noteShipmentStatus(int attempt, String newStatus, Actor by, @Nullable Instant told, Instant now) {
        boolean latest = shipment != null && shipment.isAttempt(attempt);
        if (shipment == null || latest && shipment.view().status().equals(newStatus)) {
            return;
        }
        shipment = latest ? shipment.with(newStatus) : shipment;
        note(
                SHIPMENT_UPDATED,
                by,
                now,
                EventData.told(
                        latest
                                ? Map.of("shipmentStatus", newStatus)
                                : Map.of("shipmentStatus", newStatus, "attempt", attempt),
                        told,
                        now));
    }

    /** @param told the carrier's time of the event; null means now */
    public void noteCarrierEvent(Map<String, ?> event, @Nullable Instant told, Instant now) {
        note(CARRIER_NEWS_NOTED, Actor.CARRIER, now, EventData.told(event, told, now));
    }

    /** Returns the delivery attempt whose parcel is booked and has not failed, or else the next one. */
    public int attemptToShip() {
        return shipment == null
                ? 1
                : shipment.hasFailed()
                        ? shipment.view().attempt() + 1
                        : shipment.view().attempt();
    }

    /** @param told the carrier's time of the event; null means now */
    public void markShipped(@Nullable Instant told, Instant now) {
        if (status == OrderStatus.SHIPPED) {
            return;
        }
        become(OrderStatus.SHIPPED, ORDER_SHIPPED, Map.of(), told, now);
        shippedAt = movedAt;
    }

    /** @param told the carrier's time of the event; null means now */
    public void complete(@Nullable Instant told, Instant now) {
        if (status == OrderStatus.COMPLETED) {
            return;
        }
        become(OrderStatus.COMPLETED, ORDER_COMPLETED, Map.of(), told, now);
        completedAt = movedAt;
    }

    // ---- failing to deliver, and coming back

    /**
     * @param words the carrier's words about the failure
     * @param told the carrier's time of the event; null means now
     */
    public void markShippingFailed(Map<String, String> words, @Nullable Instant told, Instant now) {
        if (status == OrderStatus.SHIP_FAILED) {
            return;
        }
        become(OrderStatus.SHIP_FAILED, SHIPPING_FAILED, words, told, now);
    }

    public void shipAgain(ShippingAddress corrected, Actor by, Instant now) {
        if (status == OrderStatus.PROCESSING) {
            return;
        }
        address = new AddressColumns(corrected);
        become(OrderStatus.PROCESSING, SHIPPING_FAILURE_RESOLVED, by, now, EventData.of("resolution", "SHIP_AGAIN"));
    }

    public void giveUpShipping(String resolution, Actor by, Instant now) {
        note(SHIPPING_FAILURE_RESOLVED, by, now, EventData.of("resolution", resolution));
    }

    /** Counts the accepted pieces. The order becomes {@code RETURNED} when all its pieces have come back. */
    public void countReturn(String returnId, Map<Sku, Quantity> accepted, Instant now) {
        lines.forEach(
                line -> Optional.ofNullable(accepted.get(line.sku())).ifPresent(back -> line.returned(back.pieces())));
        note(GOODS_RETURNED, Actor.SYSTEM, now, EventData.of("returnId", returnId));
        if (lines.stream().allMatch(OrderLine::isReturned)) {
            become(OrderStatus.RETURNED, ORDER_RETURNED, Actor.SYSTEM, now, null);
        }
    }

    private boolean isReturnable(@Nullable Instant returnUntil, Instant now) {
        return status == OrderStatus.SHIPPED || status == OrderStatus.COMPLETED && !now.isAfter(returnUntil);
    }

    // ---- calling off and giving back

    public boolean isWanted() {
        return cancellation == null;
    }

    /** Stores the requested cancellation; returns false, and changes nothing, if one is stored already. */
    public boolean requestCancellation(CancellationIntent wanted, Instant now) {
        if (cancellation != null) {
            return false;
        }
        cancellation = wanted;
        note(
                CANCELLATION_REQUESTED,
                wanted.actor(),
                now,
                wanted.comment() == null ? null : EventData.of("comment", wanted.comment()));
        return true;
    }

    /**
     * Whether the process may be interrupted: it waits for a payment that has not been submitted, or the order is in
     * preparation.
     */
    public boolean isInterruptible() {
        return status == OrderStatus.CREATED && paymentStatus == PaymentStatus.PENDING
                || status == OrderStatus.PROCESSING;
    }

    /** Whether the order's reservation has expired without a payment. */
    public boolean isExpired(Instant now) {
        return status == OrderStatus.CREATED
                && paymentStatus == PaymentStatus.PENDING
                && isWanted()
                && !now.isBefore(reservationExpiresAt);
    }

    /**
     * Calls the order off. A requested cancellation comes before any other reason. Without either, the order must have
     * expired.
     */
    public void callOff(Optional<OrderReason> given, Instant now) {
        callOff(given, null, now);
    }

    /** Calls off what cannot be supplied; the audit trail keeps what was missing. */
    public void reject(List<Shortage> shortages, Instant now) {
        callOff(Optional.of(OrderReason.OUT_OF_STOCK), EventData.ofShortages(shortages), now);
    }

    private void callOff(Optional<OrderReason> given, @Nullable String data, Instant now) {
        if (status == OrderStatus.CANCELLED || status == OrderStatus.FAILED) {
            return;
        }
        Optional<OrderReason> expired =
                isExpired(now) ? Optional.of(OrderReason.RESERVATION_EXPIRED) : Optional.empty();
        CancellationIntent asked = cancellation;
        if (paymentStatus == PaymentStatus.IN_PROGRESS) {
            paymentStatus = PaymentStatus.PENDING; // The gateway was never asked.
        }
        reason = asked != null
                ? asked.reason()
                : given.or(() -> expired)
                        .orElseThrow(() ->
                                new IllegalStateException("order " + orderNumber + " is called off without a reason"));
        cancelledAt = now;
        become(OrderStatus.CANCELLED, ORDER_CANCELLED, asked != null ? asked.actor() : Actor.SYSTEM, now, data);
    }

    /** Fails the order, because its payment was declined. This comes before a requested cancellation. */
    public void fail(Instant now) {
        if (status == OrderStatus.CANCELLED || status == OrderStatus.FAILED) {
            return;
        }
        reason = OrderReason.PAYMENT_DECLINED;
        become(OrderStatus.FAILED, ORDER_FAILED, Actor.GATEWAY, now, null);
    }

    public void noteDecline(String code) {
        paymentStatus = PaymentStatus.DECLINED;
        declineCode = code;
    }

    /** @param refundedInAll the money of this order that has been refunded up to now */
    public void noteRefund(Money refundedInAll, Instant now) {
        if (refundedAmount == refundedInAll.won()) {
            return;
        }
        refundedAmount = refundedInAll.won();
        paymentStatus = refundedAmount == paymentAmount ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
        note(PAYMENT_REFUNDED, Actor.GATEWAY, now, EventData.of("refundedAmount", refundedAmount));
    }

    public void noteRefusedRefund(Money amount, String answer, Instant now) {
        note(REFUND_REFUSED, Actor.GATEWAY, now, EventData.of(Map.of("amount", amount.won(), "answer", answer)));
    }

    public void noteTask(Map<String, ?> data, Actor by, Instant now) {
        note(TASK_COMPLETED, by, now, EventData.of(data));
    }

    public OrderResult close(Instant now) {
        if (paidAt != null && paymentAmount > 0) {
            return closeRefunded(now);
        }
        return switch (requireNonNull(reason)) {
            case RESERVATION_EXPIRED -> OrderResult.EXPIRED;
            case COUPON_NOT_USABLE -> OrderResult.COUPON_REFUSED;
            default -> OrderResult.CANCELLED;
        };
    }

    private OrderResult closeRefunded(Instant now) {
        if (refundedAmount < paymentAmount) {
            return OrderResult.MONEY_OWED;
        }
        if (status != OrderStatus.REFUNDED) {
            refundedAt = now;
            become(OrderStatus.REFUNDED, ORDER_REFUNDED, Actor.SYSTEM, now, null);
        }
        return OrderResult.REFUNDED;
    }

    // ---- the audit trail

    /**
     * Makes a move that the carrier reported. Its time is the carrier's, if that lies between the last move and now.
     * The audit trail keeps both times.
     */
    private void become(
            OrderStatus next, OrderEventType type, Map<String, String> data, @Nullable Instant told, Instant now) {
        Instant moved = told != null && !told.isBefore(movedAt) && !told.isAfter(now) ? told : now;
        become(next, type, Actor.CARRIER, now, EventData.told(data, told, now));
        movedAt = moved;
    }

    private void become(OrderStatus next, OrderEventType type, Actor actor, Instant now, @Nullable String data) {
        OrderStatus from = status;
        if (!from.next().contains(next)) {
            throw new IllegalTransition(number(), from, next);
        }
        status = next;
        movedAt = now;
        record(type, from, next, actor, now, data);
    }

    /** Adds an audit event that does not change the status. */
    private void note(OrderEventType type, Actor actor, Instant now, @Nullable String data) {
        record(type, null, null, actor, now, data);
    }

    private void record(
            OrderEventType type,
            @Nullable OrderStatus from,
            @Nullable OrderStatus to,
            Actor actor,
            Instant now,
            @Nullable String data) {
        newEvents.add(
                new OrderEvent(number(), ++eventCount, type, from, to, to == null ? null : reason, actor, now, data));
    }

    List<OrderEvent> takeNewEvents() {
        List<OrderEvent> taken = List.copyOf(newEvents);
        newEvents.clear();
        return taken;
    }

    // ---- reading

    public OrderNumber number() {
        return new OrderNumber(orderNumber);
    }

    public CustomerId customer() {
        return new CustomerId(customerId);
    }

    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public OrderStatus status() {
        return status;
    }

    public Money total() {
        return new Money(totalAmount);
    }

    public Money toPay() {
        return new Money(paymentAmount);
    }

    public Optional<CouponCode> coupon() {
        return Optional.ofNullable(couponCode).map(CouponCode::new);
    }

    public ShippingAddress address() {
        return address.value();
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    /** Returns the number of pieces of the largest line. */
    public long largestLine() {
        return lines.stream().mapToLong(line -> line.quantity().pieces()).max().orElse(0);
    }

    public int shipments() {
        return shipment == null ? 0 : shipment.view().attempt();
    }

    public String paymentKey() {
        return requireNonNull(paymentKey);
    }

    /** Returns how the customer pays; null if they did not say. */
    public @Nullable String paymentMethod() {
        return paymentMethod;
    }

    public Instant reservationExpiresAt() {
        return reservationExpiresAt;
    }

    public OrderView view(ReturnDeadlines deadlines, Instant now) {
        Instant returnUntil = completedAt == null ? null : deadlines.latest(completedAt);
        return new OrderView(
                number(),
                customer(),
                status,
                reason,
                lines.stream().map(OrderLine::view).toList(),
                address.view(),
                coupon().orElse(null),
                total(),
                new Money(discountAmount),
                toPay(),
                new Money(refundedAmount),
                "KRW",
                new OrderView.Payment(paymentStatus, paymentKey),
                shipment == null ? null : shipment.view(),
                cancellation != null,
                reservationExpiresAt,
                orderedAt,
                paidAt,
                shippedAt,
                completedAt,
                cancelledAt,
                refundedAt,
                returnUntil,
                actions(returnUntil, now),
                version);
    }

    private List<OrderView.AllowedAction> actions(@Nullable Instant returnUntil, Instant now) {
        List<OrderView.AllowedAction> allowed = new ArrayList<>();
        if (awaitsPayment(now)) {
            allowed.add(new OrderView.AllowedAction(OrderView.Action.PAY, reservationExpiresAt));
        }
        if (status.isCancellable() && cancellation == null) {
            allowed.add(new OrderView.AllowedAction(OrderView.Action.CANCEL, null));
        }
        if (isReturnable(returnUntil, now) && !lines.stream().allMatch(OrderLine::isReturned)) {
            allowed.add(new OrderView.AllowedAction(OrderView.Action.RETURN, returnUntil));
        }
        return allowed;
    }

    public @Nullable String declineCode() {
        return declineCode;
    }
}
