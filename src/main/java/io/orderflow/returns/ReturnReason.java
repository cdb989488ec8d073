package io.orderflow.returns;

/** Why a customer sends goods back. */
public enum ReturnReason {

    /** Nothing is wrong with the goods; the customer bears the shipping. */
    CHANGE_OF_MIND,
    DEFECTIVE,
    WRONG_ITEM,
    OTHER
}
