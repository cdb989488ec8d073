package io.orderflow.payment;

/** A failure: the gateway's books could not be read. Nothing may be concluded from that. */
public class GatewayUnavailable extends RuntimeException {

    public GatewayUnavailable(String message) {
        super(message);
    }
}
