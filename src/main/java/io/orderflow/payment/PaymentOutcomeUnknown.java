package io.orderflow.payment;

/**
 * A failure: it is not known whether an order was charged, and a person must look into it. The message says what is
 * known.
 */
public class PaymentOutcomeUnknown extends RuntimeException {

    PaymentOutcomeUnknown(String message) {
        super(message);
    }
}
