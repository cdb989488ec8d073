package io.orderflow.order.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.orderflow.order.OrderView;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.shared.CustomerId;
import io.orderflow.web.Caller;
import io.orderflow.web.PageBody;
import io.orderflow.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoint that lists the orders of one customer. */
@RestController
@Tag(name = "Orders")
class CustomerOrdersController {

    private final OrderReading reading;

    CustomerOrdersController(OrderReading reading) {
        this.reading = reading;
    }

    @Operation(summary = "List a customer's orders, newest first")
    @ApiResponse(responseCode = "200", description = "One page of the orders", useReturnTypeSchema = true)
    @Refuses({"400 VALIDATION_FAILED", "404 CUSTOMER_NOT_FOUND"})
    @GetMapping(path = "/api/customers/{customerId}/orders", produces = APPLICATION_JSON_VALUE)
    PageBody<OrderView> orders(
            @PathVariable String customerId,
            Caller caller,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort) {
        if (!caller.isOps() && !caller.userId().equals(customerId)) {
            throw OrderProblems.customerNotFound();
        }
        return PageBody.of(reading.ordersOf(customer(customerId), OrderPages.of(page, size, sort)), order -> order);
    }

    /** Reads a customer id; a text that cannot be one is answered like an unknown customer. */
    private static CustomerId customer(String text) {
        try {
            return new CustomerId(text);
        } catch (IllegalArgumentException e) {
            throw OrderProblems.customerNotFound();
        }
    }
}
