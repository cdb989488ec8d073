package io.orderflow.order.aggregate;

import io.orderflow.order.CancellationRequested;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One order for 10,000 won, what happens to it, and what its audit trail says of that. */
class OrderStory {

    static final Instant NOW = Instant.parse("2026-11-01T03:00:00Z");
    static final Instant EXPIRY = NOW.plus(Duration.ofMinutes(15));
    static final Actor ALICE = new Actor("alice");
    static final Money PRICE = Money.won(10_000);

    private final Order order = new Order(
            new OrderNumber("ORD-20261101-ABCDEFGH"),
            request(),
            new Quote(
                    List.of(new OrderLine(new Sku("TEA"), "Tea", PRICE, new Quantity(1), Money.ZERO)),
                    PRICE,
                    Money.ZERO),
            NOW,
            EXPIRY);
    private final List<OrderEventView> trail = new ArrayList<>();

    Order order() {
        return order;
    }

    void pay() {
        order.submitPayment("key", "CARD", ALICE, NOW);
        order.markPaid(NOW);
    }

    void ship() throws CancellationRequested {
        pay();
        order.startPreparation(NOW);
        order.noteShipment(new ShipmentColumns("MANUAL", "T-1", "BOOKED", 1), NOW);
        order.markShipped(null, NOW);
    }

    void failToShip() throws CancellationRequested {
        ship();
        order.markShippingFailed(Map.of("kind", "FAILED"), null, NOW);
    }

    void deliver() throws CancellationRequested {
        ship();
        order.noteShipmentStatus(1, "DELIVERED", Actor.CARRIER, null, NOW);
        order.complete(null, NOW);
    }

    boolean wantCancelled() {
        return order.requestCancellation(new CancellationIntent(OrderReason.CUSTOMER_REQUEST, ALICE, null), NOW);
    }

    List<OrderEventView> events() {
        order.takeNewEvents().forEach(event -> trail.add(event.view()));
        return trail;
    }

    OrderEventView lastEvent() {
        List<OrderEventView> events = events();
        return events.get(events.size() - 1);
    }

    Stream<OrderStatus> statuses() {
        return events().stream().map(OrderEventView::to).filter(Objects::nonNull);
    }

    private static PlaceOrder request() {
        return new PlaceOrder(
                new CustomerId("alice"),
                ALICE,
                new TreeMap<>(Map.of(new Sku("TEA"), new Quantity(1))),
                new ShippingAddress("Alice", "010-1234-5678", "1 Sejong-daero", null, "Seoul", "04524", "KR"),
                Optional.empty(),
                Optional.empty(),
                Locale.ENGLISH,
                null);
    }
}
