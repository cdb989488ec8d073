package io.orderflow.returns;

/** The reason why a customer returns goods. */
public enum ReturnReason {

    /** Nothing is wrong with the goods; the customer bears the shipping. */
    CHANGE_OF_MIND,
    DEFECTIVE,
    WRONG_ITEM,
    OTHER
}
