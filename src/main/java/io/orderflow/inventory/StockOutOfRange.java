package io.orderflow.inventory;

/** Refusal: fewer pieces than none would be on the shelf, or more than {@link StockItem#MOST_ON_HAND}. */
public class StockOutOfRange extends Exception {

    private final long onHand;

    StockOutOfRange(long onHand) {
        super("no " + onHand + " pieces can be on hand", null, false, false);
        this.onHand = onHand;
    }

    /** Pieces that would be on the shelf. */
    public long onHand() {
        return onHand;
    }
}
