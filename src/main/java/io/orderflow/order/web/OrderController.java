package io.orderflow.order.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.orderflow.order.CouponRefused;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderReason;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.placing.OrderService;
import io.orderflow.order.placing.ProductsNotFound;
import io.orderflow.order.placing.TooMuchUnpaid;
import io.orderflow.order.placing.TotalChanged;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.PageBody;
import io.orderflow.web.Refuses;
import io.orderflow.web.TextValues;
import io.orderflow.web.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The HTTP endpoints to place and to read orders. */
@RestController
@RequestMapping(path = "/api/orders", produces = APPLICATION_JSON_VALUE)
@Tag(name = "Orders")
class OrderController {

    private final OrderService orders;
    private final OrderReading reading;
    private final CouponAttempts attempts;

    OrderController(OrderService orders, OrderReading reading, CouponAttempts attempts) {
        this.orders = orders;
        this.reading = reading;
        this.attempts = attempts;
    }

    @Operation(
            summary = "Place an order",
            description = "Reserves stock for every line, or none. Takes an Idempotency-Key.")
    @ApiResponse(responseCode = "201", description = "The new order", useReturnTypeSchema = true)
    @Refuses({
        "400 VALIDATION_FAILED",
        "404 PRODUCT_NOT_FOUND",
        "409 OUT_OF_STOCK, TOTAL_CHANGED, TOO_MANY_UNPAID_ORDERS, " + "TOO_MANY_UNPAID_PIECES, REQUEST_IN_PROGRESS",
        "422 COUPON_NOT_USABLE, IDEMPOTENCY_KEY_REUSED",
        "429 TOO_MANY_REQUESTS"
    })
    @PostMapping
    ResponseEntity<OrderView> place(
            @Valid @RequestBody PlaceOrderRequest request, Caller caller, Locale locale, @Nullable IdempotencyKey key)
            throws ProductsNotFound, CouponRefused, TotalChanged, TooMuchUnpaid {
        CustomerId customer = customer(request, caller);
        CouponAttempts.Placing placing =
                () -> orders.place(request.command(customer, caller, coupon(request), locale, key));
        OrderView order = request.couponCode() == null ? placing.place() : attempts.counted(caller, placing);
        if (order.reason() == OrderReason.OUT_OF_STOCK && order.paidAt() == null) {
            throw OrderProblems.outOfStock(order.orderNumber(), reading.shortages(order.orderNumber()));
        }
        return ResponseEntity.created(URI.create("/api/orders/" + order.orderNumber()))
                .eTag(etag(order))
                .body(order);
    }

    @Operation(summary = "Read an order", description = """
            shippedAt and completedAt are when the carrier says it happened, where that can be. returnUntil is the latest \
            deadline for a return that any reason has.""")
    @ApiResponse(responseCode = "200", description = "The order, with its ETag", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "304", description = "The order has the ETag of If-None-Match", content = @Content)
    @Refuses("404 ORDER_NOT_FOUND")
    @GetMapping("/{orderNumber}")
    @Nullable
    ResponseEntity<OrderView> read(@PathVariable String orderNumber, Caller caller, WebRequest request)
            throws OrderNotFound {
        OrderView order = reading.order(Requesters.number(orderNumber), Requesters.of(caller));
        if (request.checkNotModified(etag(order))) {
            return null;
        }
        return ResponseEntity.ok().eTag(etag(order)).body(order);
    }

    @Operation(summary = "Read the audit trail of an order, oldest first", description = """
            occurredAt is when we learned of an event; data.occurredAt, where it is another time, when it happened by the \
            carrier's account.""")
    @ApiResponse(responseCode = "200", description = "The audit trail", useReturnTypeSchema = true)
    @Refuses("404 ORDER_NOT_FOUND")
    @GetMapping("/{orderNumber}/events")
    List<OrderEventView> events(@PathVariable String orderNumber, Caller caller) throws OrderNotFound {
        return reading.events(Requesters.number(orderNumber), Requesters.of(caller));
    }

    @Operation(
            summary = "Find orders, newest first (ops)",
            description = "from and to are days in Asia/Seoul, both inclusive.")
    @ApiResponse(responseCode = "200", description = "One page of the orders found", useReturnTypeSchema = true)
    @Refuses("400 VALIDATION_FAILED")
    @GetMapping
    PageBody<OrderView> search(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String sort) {
        CustomerId customer = customerId == null ? null : customerId(customerId);
        return PageBody.of(reading.search(status, customer, from, to, OrderPages.of(page, size, sort)), order -> order);
    }

    static String etag(OrderView order) {
        return "\"" + order.version() + "\"";
    }

    /** A customer orders for themselves, ops for the customer they name. */
    private static CustomerId customer(PlaceOrderRequest request, Caller caller) {
        if (caller.isOps()) {
            if (request.customerId() == null) {
                throw Violation.problem("customerId", "must name the customer");
            }
            return customerId(request.customerId());
        }
        if (!caller.isCustomer()
                || request.customerId() != null && !request.customerId().equals(caller.userId())) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "FORBIDDEN");
        }
        return caller.asCustomer();
    }

    private static CustomerId customerId(String text) {
        return TextValues.read(text, CustomerId::new)
                .orElseThrow(
                        () -> Violation.problem("customerId", "must be 1 to 255 characters, some of them visible"));
    }

    /** Reads the coupon code; a text that cannot be one is answered like an unknown coupon. */
    private static Optional<CouponCode> coupon(PlaceOrderRequest request) {
        return Optional.ofNullable(request.couponCode())
                .map(code -> TextValues.read(code, CouponCode::new).orElseThrow(OrderProblems::couponNotUsable));
    }
}
