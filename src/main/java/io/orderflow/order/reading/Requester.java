package io.orderflow.order.reading;

import io.orderflow.order.OrderReason;
import io.orderflow.order.aggregate.Order;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import java.util.Optional;

/**
 * The person who makes a request about an order.
 *
 * @param actor the name for the audit trail
 * @param onlyOrdersOf the customer whose orders the person may see; empty for ops, who may see all orders
 */
public record Requester(Actor actor, Optional<CustomerId> onlyOrdersOf) {

    /** Whether the order is one of theirs, or they may see everybody's. */
    public boolean maySee(Order order) {
        return onlyOrdersOf.isEmpty() || onlyOrdersOf.get().equals(order.customer());
    }

    /** Why an order is called off that they cancel. */
    public OrderReason cancellationReason() {
        return onlyOrdersOf.isPresent() ? OrderReason.CUSTOMER_REQUEST : OrderReason.OPS_DECISION;
    }
}
