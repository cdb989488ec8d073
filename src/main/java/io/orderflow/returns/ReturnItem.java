package io.orderflow.returns;

import static java.util.Objects.requireNonNull;

import io.orderflow.returns.terms.RefundAmount;
import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The pieces of one product in a return, with everything that their worth depends on. */
@Embeddable
class ReturnItem {

    private String sku;
    private String name;
    private long price;
    private int bought;
    private long discount;
    private int returnedBefore;
    private int quantity;
    private @Nullable Integer accepted;
    private @Nullable Boolean restock;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
    protected ReturnItem() {}

    ReturnItem(ReturnableOrder.Line line, int quantity) {
        this.sku = line.sku().value();
        this.name = line.name();
        this.price = line.price().won();
        this.bought = line.quantity().pieces();
        this.discount = line.discount().won();
        this.returnedBefore = line.returned();
        this.quantity = quantity;
    }

    Sku sku() {
        return new Sku(sku);
    }

    int quantity() {
        return quantity;
    }

    /** Returns the accepted pieces. It must be called only after the inspection. */
    int accepted() {
        return requireNonNull(accepted);
    }

    private boolean isToRestock() {
        return requireNonNull(restock);
    }

    Money worth(int pieces) {
        return RefundAmount.worth(new Money(price), new Quantity(bought), new Money(discount), returnedBefore, pieces);
    }

    void inspect(Inspected found) {
        accepted = found.accepted();
        restock = found.restock();
    }

    boolean wasFound(Inspected found) {
        return accepted() == found.accepted() && isToRestock() == found.restock();
    }

    Refundable.Goods goods() {
        return new Refundable.Goods(sku(), new Quantity(accepted()), isToRestock());
    }

    ReturnFacts.Item facts() {
        return new ReturnFacts.Item(sku(), name, new Money(price), new Quantity(quantity));
    }

    ReturnView.Item view() {
        return new ReturnView.Item(sku(), new Quantity(quantity), accepted);
    }
}
