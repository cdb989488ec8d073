package io.orderflow.returns;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.List;

/**
 * What came out of an inspection.
 *
 * @param accepted what the customer gets money for, in the order of the lines; empty when nothing was accepted
 * @param refund what they get for all of it; may be 0 although something was accepted (nothing paid, or not more than
 *     the fee)
 * @param fee what is kept back of the goods' worth; refund and fee together are that worth
 */
public record Refundable(OrderNumber order, List<Goods> accepted, Money refund, Money fee) {

    public Refundable {
        accepted = List.copyOf(accepted);
    }

    /** @param restock whether the pieces go back on the shelf */
    public record Goods(Sku sku, Quantity quantity, boolean restock) {}
}
