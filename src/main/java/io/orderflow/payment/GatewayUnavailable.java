package io.orderflow.payment;

/** Failure: the gateway's books could not be read. Nothing may be concluded from that. */
class GatewayUnavailable extends RuntimeException {

    GatewayUnavailable(String message) {
        super(message);
    }
}
