package io.orderflow.order.aggregate;

import io.orderflow.shared.Money;
import java.util.List;

/** The lines of an order that is about to be placed, with present prices and the discount spread over them. */
public record Quote(List<OrderLine> lines, Money total, Money discount) {

    public Money toPay() {
        return total.minus(discount);
    }
}
