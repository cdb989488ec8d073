package io.orderflow.inventory;

import io.orderflow.shared.Shortage;
import java.util.List;

/** Refusal: not every line can be had, so none was taken. */
public class OutOfStock extends Exception {

    private final transient List<Shortage> shortages;

    OutOfStock(List<Shortage> shortages) {
        super("out of stock: " + shortages, null, false, false);
        this.shortages = List.copyOf(shortages);
    }

    /** Every product that falls short, in SKU order; never empty. */
    public List<Shortage> shortages() {
        return shortages;
    }
}
