package io.orderflow.inventory;

import java.util.List;

/** A refusal: there is a shortage of at least one product, so no line was reserved. */
public class OutOfStock extends Exception {

    private final transient List<Shortage> shortages;

    OutOfStock(List<Shortage> shortages) {
        super("out of stock: " + shortages, null, false, false);
        this.shortages = List.copyOf(shortages);
    }

    /** Returns all shortages, in SKU order; there is at least one. */
    public List<Shortage> shortages() {
        return shortages;
    }
}
