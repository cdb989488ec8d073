package io.orderflow.returns;

import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the tests of returns speak of. */
final class Goods {

    static final CustomerId ALICE = new CustomerId("alice");
    static final Sku LAMP = new Sku("LAMP-01");
    static final Sku CARPET = new Sku("CARPET-01");

    private Goods() {}

    static OrderNumber number() {
        return new OrderNumber("ORD-" + UUID.randomUUID());
    }

    /** An order of Alice's that has been delivered just now. */
    static ReturnableOrder order(OrderNumber number, List<ReturnableOrder.Line> lines) {
        return new ReturnableOrder(
                number, ALICE, true, Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS), lines);
    }

    static ReturnableOrder.Line line(Sku sku, int quantity, int returned, long price, long discount) {
        return new ReturnableOrder.Line(
                sku, "A " + sku, new Quantity(quantity), returned, Money.won(price), Money.won(discount));
    }

    static RequestReturn wish(OrderNumber order, Map<Sku, Quantity> items) {
        return wish(order, ReturnReason.DEFECTIVE, items);
    }

    static RequestReturn wish(OrderNumber order, ReturnReason reason, Map<Sku, Quantity> items) {
        return new RequestReturn(order, Optional.of(ALICE), new Actor("alice"), reason, "It flickers", items);
    }
}
