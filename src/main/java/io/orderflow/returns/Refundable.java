package io.orderflow.returns;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.List;

/**
 * The result of an inspection for the refund.
 *
 * @param accepted the accepted goods, in the order of the lines; empty if nothing was accepted
 * @param refund the money that the customer gets back; it is 0 if nothing was accepted, nothing was paid, or the fee is
 *     not less than the worth
 * @param fee the part of the goods' worth that is kept; refund and fee together are the worth
 */
public record Refundable(OrderNumber order, List<Goods> accepted, Money refund, Money fee) {

    public Refundable {
        accepted = List.copyOf(accepted);
    }

    /**
     * Accepted pieces of one product.
     *
     * @param restock whether the pieces go back on the shelf
     */
    public record Goods(Sku sku, Quantity quantity, boolean restock) {}
}
