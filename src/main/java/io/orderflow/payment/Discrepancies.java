package io.orderflow.payment;

/**
 * The port to which this module hands discrepancies, for a person to look into. Another module implements it, because
 * this one does not know cases.
 */
public interface Discrepancies {

    /**
     * Hands a difference to people, unless they have it already. Called outside of any transaction.
     *
     * @return under what id they find it
     */
    String report(Discrepancy difference);
}
