package io.orderflow.payment;

/** Failure: the gateway said neither yes nor no. The step is tried again; unknown never becomes declined. */
public class PaymentOutcomeUnknown extends RuntimeException {

    PaymentOutcomeUnknown(String message) {
        super(message);
    }
}
