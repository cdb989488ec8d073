package io.orderflow.order.web;

import io.orderflow.order.reading.Requester;
import io.orderflow.shared.OrderNumber;
import io.orderflow.web.Caller;
import io.orderflow.web.TextValues;

/** The conversion of the caller of a request into a {@link Requester}, and of a text into an order number. */
final class Requesters {

    private Requesters() {}

    /** Returns the requester: ops may see every order, and a customer only their own. Other callers are refused. */
    static Requester of(Caller caller) {
        return new Requester(caller.asActor(), caller.onlyOrdersOf());
    }

    /** Reads an order number; a text that cannot be one is answered like an unknown order. */
    static OrderNumber number(String text) {
        return TextValues.read(text, OrderNumber::new).orElseThrow(OrderProblems::orderNotFound);
    }
}
