package io.orderflow.payment;

/**
 * Failure: whether an order was charged is not known, and a person must look into it. The message says what is known.
 */
public class PaymentOutcomeUnknown extends RuntimeException {

    PaymentOutcomeUnknown(String message) {
        super(message);
    }
}
