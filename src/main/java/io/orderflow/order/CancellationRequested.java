package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** Refusal: somebody asked for the order to be cancelled while its payment was in progress. Nothing was changed. */
public class CancellationRequested extends Exception {

    public CancellationRequested(OrderNumber order) {
        super("order " + order + " is wanted cancelled");
    }
}
