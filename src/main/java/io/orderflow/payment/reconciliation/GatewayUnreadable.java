package io.orderflow.payment.reconciliation;

import io.orderflow.payment.GatewayUnavailable;

/** Failure: the gateway's books could not be read in full, so nothing was concluded. That it failed is kept. */
public class GatewayUnreadable extends Exception {

    GatewayUnreadable(GatewayUnavailable cause) {
        super("the gateway's books could not be read: " + cause.getMessage(), cause);
    }
}
