package io.orderflow.order.placing;

import io.orderflow.order.CancellationNoted;
import io.orderflow.order.CouponRefused;
import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderPlaced;
import io.orderflow.order.OrderSettings;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.PaymentSubmitted;
import io.orderflow.order.ReturnDeadlines;
import io.orderflow.order.UnpaidLimits;
import io.orderflow.order.aggregate.CancellationIntent;
import io.orderflow.order.aggregate.Order;
import io.orderflow.order.aggregate.OrderStore;
import io.orderflow.order.aggregate.Orders;
import io.orderflow.order.aggregate.PlaceOrder;
import io.orderflow.order.aggregate.Quote;
import io.orderflow.order.numbers.OrderNumbers;
import io.orderflow.order.reading.Requester;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.transactions.RepeatedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * The service through which customers and ops place, pay and cancel orders. Each call is one transaction, which
 * includes the steps that the process takes at once.
 */
@Service
@RepeatedTransaction
public class OrderService {

    private final OrderStore store;
    private final Orders orders;
    private final OrderNumbers numbers;
    private final Quotes quotes;
    private final UnpaidOrders unpaid;
    private final ApplicationEventPublisher events;
    private final ReturnDeadlines deadlines;
    private final OrderSettings settings;
    private final Clock clock;

    OrderService(
            OrderStore store,
            Orders orders,
            OrderNumbers numbers,
            Quotes quotes,
            UnpaidOrders unpaid,
            ApplicationEventPublisher events,
            ReturnDeadlines deadlines,
            OrderSettings settings,
            Clock clock) {
        this.store = store;
        this.orders = orders;
        this.numbers = numbers;
        this.quotes = quotes;
        this.unpaid = unpaid;
        this.events = events;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Places an order: order, reservation of all its lines and process instance in one transaction. When not every line
     * can be supplied the attempt is kept as {@code CANCELLED} with reason {@code OUT_OF_STOCK}. A repeat with the same
     * placement key answers with the first order, as long as keys are kept. What ops place for a customer counts as the
     * customer's, but is never too much.
     *
     * @return the order as it now stands
     * @throws ProductsNotFound when an SKU is not in the catalogue
     * @throws CouponRefused when the customer cannot use the coupon for this order
     * @throws TotalChanged when the order costs something else than expected
     * @throws TooMuchUnpaid when the customer would have more unpaid than they may
     */
    public OrderView place(PlaceOrder request) throws ProductsNotFound, CouponRefused, TotalChanged, TooMuchUnpaid {
        Optional<Order> earlier = earlierPlacement(request.placementKey());
        if (earlier.isPresent()) {
            return earlier.get().view(deadlines, clock.instant());
        }
        Quote quote = quotes.quote(request);
        Instant now = clock.instant();
        Order order = new Order(numbers.next(), request, quote, now, now.plus(settings.reservationTtl()));
        store.insert(order);
        events.publishEvent(new OrderPlaced(order.number()));
        unpaid.admit(order, request.isByCustomer() ? settings.limits() : UnpaidLimits.NONE);
        return order.view(deadlines, now);
    }

    /** Finds the order that was placed under the key. After the retention the key counts as new and is freed. */
    private Optional<Order> earlierPlacement(@Nullable String placementKey) {
        Optional<Order> earlier = Optional.ofNullable(placementKey).flatMap(orders::findByPlacementKey);
        Instant kept = clock.instant().minus(settings.idempotencyRetention());
        earlier.filter(order -> order.wasPlacedBefore(kept)).ifPresent(store::forgetPlacement);
        return earlier.filter(order -> !order.wasPlacedBefore(kept));
    }

    /**
     * Takes a payment for an order that waits for one. From the commit on a payment is in progress: a cancellation is
     * then noted and honoured once the outcome is known. A repeat with the same payment key changes nothing.
     *
     * @param paymentKey what the gateway knows the payment by
     * @param amount what the customer means to pay
     * @param method null, or how the customer pays
     * @throws OrderNotFound when there is no such order for this requester
     * @throws NotAwaitingPayment when the order does not wait for payment, or only for another key's outcome
     * @throws AmountMismatch when the amount is not what the order costs
     */
    public void submitPayment(
            OrderNumber number, Requester by, String paymentKey, Money amount, @Nullable String method)
            throws OrderNotFound, NotAwaitingPayment, AmountMismatch {
        Order order = visible(number, by);
        Instant now = clock.instant();
        if (order.knowsPayment(paymentKey)) {
            return;
        }
        if (!order.awaitsPayment(now)) {
            throw new NotAwaitingPayment(number, order.status());
        }
        if (!amount.equals(order.toPay())) {
            throw new AmountMismatch(order.toPay());
        }
        order.submitPayment(paymentKey, method, by.actor(), now);
        store.written(order);
        events.publishEvent(new PaymentSubmitted(number));
    }

    /**
     * Asks for an order to be cancelled. Done at once where the process can, otherwise noted and honoured as soon as
     * the payment's outcome is known; never lost. Repeated, or on an order that is cancelled already: no effect.
     *
     * @param comment null, or why, in the requester's words
     * @throws OrderNotFound when there is no such order for this requester
     * @throws CannotCancel from {@code SHIPPED} on, and on a failed order
     */
    public void requestCancellation(OrderNumber number, Requester by, @Nullable String comment)
            throws OrderNotFound, CannotCancel {
        Order order = visible(number, by);
        if (order.status() == OrderStatus.CANCELLED || order.status() == OrderStatus.REFUNDED) {
            return;
        }
        if (!order.status().isCancellable()) {
            throw new CannotCancel(number, order.status());
        }
        if (order.requestCancellation(
                new CancellationIntent(by.cancellationReason(), by.actor(), comment), clock.instant())) {
            store.written(order);
            events.publishEvent(new CancellationNoted(number, order.isInterruptible()));
        }
    }

    private Order visible(OrderNumber number, Requester by) throws OrderNotFound {
        return store.lock(number).filter(by::maySee).orElseThrow(() -> new OrderNotFound(number));
    }
}
