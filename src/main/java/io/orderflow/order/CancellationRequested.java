package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** A refusal: a cancellation was requested while the payment was in progress. Nothing was changed. */
public class CancellationRequested extends Exception {

    public CancellationRequested(OrderNumber order) {
        super("order " + order + " is wanted cancelled");
    }
}
