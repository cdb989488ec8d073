package io.orderflow.inventory;

/** A refusal: the pieces on hand would be less than 0 or more than {@link StockItem#MOST_ON_HAND}. */
public class StockOutOfRange extends Exception {

    private final long onHand;

    StockOutOfRange(long onHand) {
        super("no " + onHand + " pieces can be on hand", null, false, false);
        this.onHand = onHand;
    }

    /** Returns the pieces that would be on hand. */
    public long onHand() {
        return onHand;
    }
}
