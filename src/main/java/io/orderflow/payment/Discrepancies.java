package io.orderflow.payment;

/** Takes in what a person must look into; filled in from outside, because this module knows nothing of cases. */
public interface Discrepancies {

    /**
     * Hands a difference to people, unless they have it already. Called outside of any transaction.
     *
     * @return under what id they find it
     */
    String report(Discrepancy difference);
}
