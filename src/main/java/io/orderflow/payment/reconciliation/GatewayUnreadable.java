package io.orderflow.payment.reconciliation;

import io.orderflow.payment.GatewayUnavailable;

/** A failure: the gateway's books could not be read in full, so nothing was compared. The run is stored as failed. */
public class GatewayUnreadable extends Exception {

    GatewayUnreadable(GatewayUnavailable cause) {
        super("the gateway's books could not be read: " + cause.getMessage(), cause);
    }
}
