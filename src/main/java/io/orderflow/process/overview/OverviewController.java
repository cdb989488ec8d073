package io.orderflow.process.overview;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.orderflow.notification.Notification;
import io.orderflow.notification.NotificationService;
import io.orderflow.order.OrderNotFound;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.order.reading.Requester;
import io.orderflow.shared.OrderNumber;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Caller;
import io.orderflow.web.Refuses;
import io.orderflow.web.TextValues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoints for who wants to know what became of an order, or what is stuck. */
@RestController
@RequestMapping(path = "/api", produces = APPLICATION_JSON_VALUE)
class OverviewController {

    private final StuckOrders stuck;
    private final OrderTimeline timeline;
    private final NotificationService messages;
    private final OrderReading orders;

    OverviewController(StuckOrders stuck, OrderTimeline timeline, NotificationService messages, OrderReading orders) {
        this.stuck = stuck;
        this.timeline = timeline;
        this.messages = messages;
        this.orders = orders;
    }

    @Tag(name = "Operations")
    @Operation(summary = "Read what waits, by kind, and what it is worth (ops)", description = """
            Everything that is not finished is in some kind; AWAITING_PAYMENT, AWAITING_HAND_OVER and AWAITING_DELIVERY are \
            what goes its usual way. Each kind lists up to 100, the longest waiting first; count and amount are of all.""")
    @ApiResponse(
            responseCode = "200",
            description = "All kinds, also those of which nothing waits",
            useReturnTypeSchema = true)
    @GetMapping("/stuck")
    List<Stuck> stuck() {
        return stuck.all();
    }

    @Tag(name = "Orders")
    @Operation(summary = "Read everything that happened to an order, oldest first", description = """
            Changes of the order, its returns, and what the customer was told; for ops also tasks, comments, open incidents and \
            cases.""")
    @ApiResponse(responseCode = "200", description = "The timeline", useReturnTypeSchema = true)
    @Refuses("404 ORDER_NOT_FOUND")
    @GetMapping("/orders/{orderNumber}/timeline")
    List<TimelineEntry> timeline(@PathVariable String orderNumber, Caller caller) throws OrderNotFound {
        return timeline.of(number(orderNumber), requester(caller));
    }

    @Tag(name = "Orders")
    @Operation(summary = "Read what the customer was told of an order, oldest first")
    @ApiResponse(responseCode = "200", description = "The messages", useReturnTypeSchema = true)
    @Refuses("404 ORDER_NOT_FOUND")
    @GetMapping("/orders/{orderNumber}/messages")
    List<Notification> messages(@PathVariable String orderNumber, Caller caller) throws OrderNotFound {
        OrderNumber order = number(orderNumber);
        orders.order(order, requester(caller));
        return messages.ofOrder(order);
    }

    private static Requester requester(Caller caller) {
        return new Requester(caller.asActor(), caller.onlyOrdersOf());
    }

    /** Reads an order number; a text that cannot be one is answered like an unknown order. */
    private static OrderNumber number(String text) {
        return TextValues.read(text, OrderNumber::new)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "ORDER_NOT_FOUND"));
    }
}
