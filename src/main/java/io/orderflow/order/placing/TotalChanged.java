package io.orderflow.order.placing;

import io.orderflow.shared.Money;

/** A refusal: the order does not cost what the buyer expects. Nothing was changed. */
public class TotalChanged extends Exception {

    private final transient Money paymentAmount;

    TotalChanged(Money paymentAmount) {
        super("the order now costs " + paymentAmount);
        this.paymentAmount = paymentAmount;
    }

    /** Returns what the order costs now. */
    public Money paymentAmount() {
        return paymentAmount;
    }
}
