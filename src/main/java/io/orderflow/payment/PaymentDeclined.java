package io.orderflow.payment;

/** Refusal: the gateway declined the charge, finally. That it did is stored. */
public class PaymentDeclined extends Exception {

    private final String code;

    PaymentDeclined(String code) {
        super("the payment was declined: " + code);
        this.code = code;
    }

    /** The gateway's decline code. */
    public String code() {
        return code;
    }
}
