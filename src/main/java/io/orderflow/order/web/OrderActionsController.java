package io.orderflow.order.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.placing.AmountMismatch;
import io.orderflow.order.placing.CannotCancel;
import io.orderflow.order.placing.NotAwaitingPayment;
import io.orderflow.order.placing.OrderService;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.order.reading.OutcomeAwaiter;
import io.orderflow.order.reading.Requester;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.web.Caller;
import io.orderflow.web.Refuses;
import io.orderflow.web.TakesIdempotencyKey;
import io.orderflow.web.WaitFor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoints to pay and to cancel an order, which wait for the outcome. */
@RestController
@RequestMapping(path = "/api/orders/{orderNumber}", produces = APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrderActionsController {

    private final OrderService orders;
    private final OrderReading reading;
    private final OutcomeAwaiter awaiter;

    OrderActionsController(OrderService orders, OrderReading reading, OutcomeAwaiter awaiter) {
        this.orders = orders;
        this.reading = reading;
        this.awaiter = awaiter;
    }

    @Operation(
            summary = "Pay an order",
            description = "Prefer: wait=N says how long to wait for the outcome; 202 while it is not known.")
    @ApiResponse(
            responseCode = "200",
            description = "Paid: the order in preparation or further",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "The outcome is not known yet", useReturnTypeSchema = true)
    @Refuses({
        "400 VALIDATION_FAILED",
        "402 PAYMENT_DECLINED",
        "404 ORDER_NOT_FOUND",
        "409 ORDER_STATE, REQUEST_IN_PROGRESS",
        "422 COUPON_NOT_USABLE, AMOUNT_MISMATCH, IDEMPOTENCY_KEY_REUSED",
        "429 TOO_MANY_REQUESTS"
    })
    @TakesIdempotencyKey
    @PostMapping("/payment")
    CompletableFuture<ResponseEntity<OrderView>> pay(
            @PathVariable String orderNumber, @Valid @RequestBody PaymentRequest request, Caller caller, WaitFor wait)
            throws OrderNotFound, NotAwaitingPayment, AmountMismatch {
        OrderNumber number = Requesters.number(orderNumber);
        Requester by = Requesters.of(caller);
        try (OutcomeAwaiter.Watch watch = awaiter.watch(number, by)) {
            orders.submitPayment(number, by, request.paymentKey(), new Money(request.amount()), request.method());
            return watch.untilPaid(wait.limit()).thenApply(outcome -> answerToPayment(outcome, number));
        }
    }

    @Operation(
            summary = "Cancel an order",
            description = "Before hand-over to the carrier; 202 while a charge or a refund is in flight.")
    @ApiResponse(responseCode = "200", description = "Cancelled, or refunded in full", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "A charge or a refund is in flight", useReturnTypeSchema = true)
    @Refuses({
        "400 VALIDATION_FAILED",
        "404 ORDER_NOT_FOUND",
        "409 CANNOT_CANCEL, REQUEST_IN_PROGRESS",
        "422 IDEMPOTENCY_KEY_REUSED",
        "429 TOO_MANY_REQUESTS"
    })
    @TakesIdempotencyKey
    @PostMapping("/cancellation")
    CompletableFuture<ResponseEntity<OrderView>> cancel(
            @PathVariable String orderNumber,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest request,
            Caller caller,
            WaitFor wait)
            throws OrderNotFound, CannotCancel {
        OrderNumber number = Requesters.number(orderNumber);
        Requester by = Requesters.of(caller);
        String comment = request == null ? null : request.reason();
        try (OutcomeAwaiter.Watch watch = awaiter.watch(number, by)) {
            orders.requestCancellation(number, by, comment);
            return watch.untilCancelled(wait.limit()).thenApply(OrderActionsController::answer);
        }
    }

    private ResponseEntity<OrderView> answerToPayment(OutcomeAwaiter.Outcome outcome, OrderNumber number) {
        OrderView order = outcome.order();
        if (!outcome.settled()) {
            return answer(outcome);
        }
        if (order.reason() == OrderReason.COUPON_NOT_USABLE) {
            throw OrderProblems.couponNotUsable();
        }
        if (order.status() == OrderStatus.FAILED) {
            throw OrderProblems.paymentDeclined(reading.declineCode(number));
        }
        return answer(outcome); // The payment succeeded; if the money was refunded since, the order shows it.
    }

    private static ResponseEntity<OrderView> answer(OutcomeAwaiter.Outcome outcome) {
        OrderView order = outcome.order();
        if (outcome.settled()) {
            return ResponseEntity.ok().eTag(OrderController.etag(order)).body(order);
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create("/api/orders/" + order.orderNumber()))
                .eTag(OrderController.etag(order))
                .body(order);
    }
}
