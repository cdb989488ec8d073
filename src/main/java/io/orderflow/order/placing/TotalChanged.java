package io.orderflow.order.placing;

import io.orderflow.shared.Money;

/** Refusal: the order costs something else than the buyer believes. Nothing was changed. */
public class TotalChanged extends Exception {

    private final transient Money paymentAmount;

    TotalChanged(Money paymentAmount) {
        super("the order now costs " + paymentAmount);
        this.paymentAmount = paymentAmount;
    }

    /** What the order costs now. */
    public Money paymentAmount() {
        return paymentAmount;
    }
}
