package io.orderflow.shipping;

/** A failure: a booking or recall is unresolved, and a person must look into it. The message says what is known. */
public class CarrierUnresolved extends RuntimeException {

    CarrierUnresolved(String message) {
        super(message);
    }
}
