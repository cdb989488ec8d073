package io.orderflow.order.placing;

import io.orderflow.shared.Money;

/** A refusal: the amount is not what the order costs. Nothing was changed. */
public class AmountMismatch extends Exception {

    private final transient Money paymentAmount;

    AmountMismatch(Money paymentAmount) {
        super("the order costs " + paymentAmount);
        this.paymentAmount = paymentAmount;
    }

    public Money paymentAmount() {
        return paymentAmount;
    }
}
