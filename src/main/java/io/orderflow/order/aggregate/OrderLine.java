package io.orderflow.order.aggregate;

import io.orderflow.order.OrderView;
import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import jakarta.persistence.Embeddable;

/** One product of an order, with the price and the share of the discount at the time of the placing. */
@Embeddable
public class OrderLine {

    private String sku;
    private String name;
    private long price;
    private int quantity;
    private long discount;
    private int returnedQuantity;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
    protected OrderLine() {}

    public OrderLine(Sku sku, String name, Money price, Quantity quantity, Money discount) {
        this.sku = sku.value();
        this.name = name;
        this.price = price.won();
        this.quantity = quantity.pieces();
        this.discount = discount.won();
    }

    public Sku sku() {
        return new Sku(sku);
    }

    public Quantity quantity() {
        return new Quantity(quantity);
    }

    /** Returns the price of all pieces before the discount. */
    Money total() {
        return new Money(price).times(quantity());
    }

    /** Counts pieces that have come back and were accepted. */
    void returned(int pieces) {
        if (pieces < 0 || returnedQuantity + pieces > quantity) {
            throw new IllegalArgumentException(pieces + " more pieces of " + sku + " cannot have come back");
        }
        returnedQuantity += pieces;
    }

    boolean isReturned() {
        return returnedQuantity == quantity;
    }

    OrderView.Item view() {
        return new OrderView.Item(sku(), name, new Money(price), quantity(), new Money(discount), returnedQuantity);
    }
}
