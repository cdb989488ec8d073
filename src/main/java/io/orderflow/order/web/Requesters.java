package io.orderflow.order.web;

import io.orderflow.order.reading.Requester;
import io.orderflow.shared.OrderNumber;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Caller;
import io.orderflow.web.TextValues;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Who asks, as the order module needs to know it. */
final class Requesters {

    private Requesters() {}

    /** Ops see every order, a customer only their own; anybody else is refused. */
    static Requester of(Caller caller) {
        if (caller.isOps()) {
            return new Requester(caller.asActor(), Optional.empty());
        }
        if (caller.isCustomer()) {
            return new Requester(caller.asActor(), Optional.of(caller.asCustomer()));
        }
        throw new ApiProblem(HttpStatus.FORBIDDEN, "FORBIDDEN");
    }

    /** A text that cannot be an order number names no order. */
    static OrderNumber number(String text) {
        return TextValues.read(text, OrderNumber::new).orElseThrow(OrderProblems::orderNotFound);
    }
}
