package io.orderflow.order.reading;

import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderSettings;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.ReturnDeadlines;
import io.orderflow.order.aggregate.Order;
import io.orderflow.order.aggregate.OrderEvent;
import io.orderflow.order.aggregate.OrderEvents;
import io.orderflow.order.aggregate.OrderLine;
import io.orderflow.order.aggregate.Orders;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The service through which orders are read. It changes nothing. */
@Service
@Transactional(readOnly = true)
public class OrderReading {

    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Instant FAR_AHEAD = Instant.parse("9999-01-01T00:00:00Z");

    private final EntityManager entities;
    private final Orders orders;
    private final OrderEvents events;
    private final ReturnDeadlines deadlines;
    private final Clock clock;

    OrderReading(EntityManager entities, Orders orders, OrderEvents events, ReturnDeadlines deadlines, Clock clock) {
        this.entities = entities;
        this.orders = orders;
        this.events = events;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * The facts of an order that the steps of the process need.
     *
     * @param coupon empty if the order uses none
     * @param shipments the number of delivery attempts that were booked
     */
    public record Facts(
            OrderNumber number,
            CustomerId customer,
            Locale locale,
            Optional<CouponCode> coupon,
            Money total,
            ShippingAddress address,
            Instant reservationExpiresAt,
            int shipments,
            OrderStatus status) {}

    /**
     * A payment that was submitted.
     *
     * @param key the payment key, by which the gateway knows the payment
     * @param method how the customer pays; null if the customer did not say
     */
    public record Payment(
            String key, Money amount, @Nullable String method) {}

    /**
     * The order as this requester may see it. One statement, which needs no transaction.
     *
     * @throws OrderNotFound when there is no such order for this requester
     */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public OrderView order(OrderNumber number, Requester by) throws OrderNotFound {
        return orders.findWithLines(number.value())
                .filter(by::maySee)
                .orElseThrow(() -> new OrderNotFound(number))
                .view(deadlines, clock.instant());
    }

    /** The statuses of orders; those that do not exist are missing. One statement. */
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    Map<OrderNumber, OrderStatus> statuses(List<OrderNumber> numbers) {
        return orders.findStatuses(numbers.stream().map(OrderNumber::value).toList()).stream()
                .collect(Collectors.toMap(row -> new OrderNumber((String) row[0]), row -> (OrderStatus) row[1]));
    }

    /**
     * The whole audit trail, oldest first.
     *
     * @throws OrderNotFound when there is no such order for this requester
     */
    public List<OrderEventView> events(OrderNumber number, Requester by) throws OrderNotFound {
        visible(number, by);
        return events.trail(number).stream().map(OrderEvent::view).toList();
    }

    /** What was missing of an order that could not be supplied; empty for any other. */
    public List<Shortage> shortages(OrderNumber number) {
        return events.trail(number).stream()
                .filter(event -> event.reason() == OrderReason.OUT_OF_STOCK)
                .findFirst()
                .map(OrderEvent::shortages)
                .orElse(List.of());
    }

    /**
     * One page of a customer's orders.
     *
     * @param page sorts by properties of the order, such as {@code orderedAt}
     */
    public Page<OrderView> ordersOf(CustomerId customer, Pageable page) {
        Instant now = clock.instant();
        return orders.findByCustomerId(customer.value(), page).map(order -> order.view(deadlines, now));
    }

    /**
     * One page of the orders that fit all that is given.
     *
     * @param status null for any
     * @param customer null for any
     * @param from null, or the first day, in Asia/Seoul
     * @param to null, or the last day, in Asia/Seoul
     * @param page sorts by properties of the order, such as {@code orderedAt}
     */
    public Page<OrderView> search(
            @Nullable OrderStatus status,
            @Nullable CustomerId customer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Pageable page) {
        Instant now = clock.instant();
        return orders.search(
                        status,
                        customer == null ? null : customer.value(),
                        from == null ? LONG_AGO : startOf(from),
                        to == null ? FAR_AHEAD : startOf(to.plusDays(1)),
                        page)
                .map(order -> order.view(deadlines, now));
    }

    /** The code with which the gateway declined the order's payment; null when it did not. */
    public @Nullable String declineCode(OrderNumber number) {
        return existing(number).declineCode();
    }

    /** The facts of an order that must exist. */
    public Facts facts(OrderNumber number) {
        Order order = existing(number);
        return new Facts(
                order.number(),
                order.customer(),
                order.locale(),
                order.coupon(),
                order.total(),
                order.address(),
                order.reservationExpiresAt(),
                order.shipments(),
                order.status());
    }

    /** False once somebody wants the order cancelled, whether that has been carried out or not. */
    public boolean isWanted(OrderNumber number) {
        return existing(number).isWanted();
    }

    /** The payment that was submitted for an order. */
    public Payment payment(OrderNumber number) {
        Order order = existing(number);
        return new Payment(order.paymentKey(), order.toPay(), order.paymentMethod());
    }

    /** The order as everybody may see it who may see all orders; empty when there is none. */
    public Optional<OrderView> find(OrderNumber number) {
        return stored(number).map(order -> order.view(deadlines, clock.instant()));
    }

    /** What was ordered, of an order that must exist. */
    public Map<Sku, Quantity> items(OrderNumber number) {
        return existing(number).lines().stream().collect(Collectors.toMap(OrderLine::sku, OrderLine::quantity));
    }

    private Order existing(OrderNumber number) {
        return stored(number).orElseThrow(() -> new IllegalStateException("no order " + number));
    }

    private Order visible(OrderNumber number, Requester by) throws OrderNotFound {
        return stored(number).filter(by::maySee).orElseThrow(() -> new OrderNotFound(number));
    }

    /** Costs nothing where this transaction has the order at hand already. */
    private Optional<Order> stored(OrderNumber number) {
        return Optional.ofNullable(entities.find(Order.class, number.value()));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(OrderSettings.BUSINESS_ZONE).toInstant();
    }
}
