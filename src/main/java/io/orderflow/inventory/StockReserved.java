package io.orderflow.inventory;

/** A refusal: orders hold more pieces than would be on hand. */
public class StockReserved extends Exception {

    private final long reserved;

    StockReserved(long reserved) {
        super("orders hold " + reserved + " pieces", null, false, false);
        this.reserved = reserved;
    }

    /** How many pieces orders hold: the least that can be on hand. */
    public long reserved() {
        return reserved;
    }
}
