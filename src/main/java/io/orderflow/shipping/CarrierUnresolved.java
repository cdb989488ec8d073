package io.orderflow.shipping;

/** Failure: the carrier refuses, or gives no answer, and a person must look into it. The message says what is known. */
public class CarrierUnresolved extends RuntimeException {

    CarrierUnresolved(String message) {
        super(message);
    }
}
