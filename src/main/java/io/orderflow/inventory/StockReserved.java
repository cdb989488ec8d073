package io.orderflow.inventory;

/** A refusal: orders hold more pieces than would be on hand. */
public class StockReserved extends Exception {

    private final long reserved;

    StockReserved(long reserved) {
        super("orders hold " + reserved + " pieces", null, false, false);
        this.reserved = reserved;
    }

    /** Returns the pieces that orders hold, which is the smallest possible number on hand. */
    public long reserved() {
        return reserved;
    }
}
