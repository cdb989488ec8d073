package io.orderflow.order.web;

import io.orderflow.order.OrderReading;
import io.orderflow.order.OrderView;
import io.orderflow.shared.CustomerId;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Caller;
import io.orderflow.web.PageBody;
import io.orderflow.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The orders of one customer. */
@RestController
@Tag(name = "Orders")
class CustomerOrdersController {

    private final OrderReading reading;

    CustomerOrdersController(OrderReading reading) {
        this.reading = reading;
    }

    @Operation(summary = "List a customer's orders, newest first")
    @GetMapping("/api/customers/{customerId}/orders")
    PageBody<OrderView> orders(@PathVariable String customerId, Caller caller, @RequestParam(required = false) Integer page,
            @RequestParam(required = false) Integer size) {
        if (!caller.isOps() && !caller.userId().equals(customerId)) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "CUSTOMER_NOT_FOUND");
        }
        return PageBody.of(reading.ordersOf(new CustomerId(customerId), Paging.of(page, size, OrderController.NEWEST_FIRST)),
                order -> order);
    }
}
