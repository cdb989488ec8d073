package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/**
 * The port by which the gateway is asked as soon as the caller's transaction is committed. It may have no time just
 * now, or not be there at all: what is due is found in the rows.
 */
public interface GatewayCalls {

    /**
     * The gateway is to be asked for an order's money, for the first time.
     *
     * @param charge which is about to be stored
     */
    void askFirst(ChargeIntent charge);

    /** The gateway is to be asked about a payment again: for a refund, or what became of a charge. */
    void askAgain(OrderNumber order);
}
