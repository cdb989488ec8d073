package io.orderflow.order;

import io.orderflow.shared.Money;
import java.util.List;

/** The lines of an order-to-be with today's prices and the discount spread over them. */
record Quote(List<OrderLine> lines, Money total, Money discount) {

    Money toPay() {
        return total.minus(discount);
    }
}
