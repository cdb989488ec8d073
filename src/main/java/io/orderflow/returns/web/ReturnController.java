package io.orderflow.returns.web;

import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

import io.orderflow.returns.OrderUnknown;
import io.orderflow.returns.ReturnNotPossible;
import io.orderflow.returns.ReturnService;
import io.orderflow.returns.ReturnView;
import io.orderflow.returns.TooManyReturned;
import io.orderflow.shared.OrderNumber;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.TextValues;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoints to request and to read returns. */
@RestController
@RequestMapping("/api/orders/{orderNumber}/returns")
@Tag(name = "Returns")
class ReturnController {

    private final ReturnService returns;

    ReturnController(ReturnService returns) {
        this.returns = returns;
    }

    @Operation(summary = "Request a return", description = """
            Without items all that is left. Takes an Idempotency-Key. Possible from hand-over to the carrier on, until so long \
            after delivery as the reason gives: DEFECTIVE and WRONG_ITEM usually three months, the others seven days. The order's \
            returnUntil is the latest of these deadlines.""")
    @ApiResponse(responseCode = "202", description = "The return, to be decided about", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = """
            RETURN_NOT_POSSIBLE. Its cause is the first of these that applies: NOT_SHIPPED (the goods are neither on their way \
            nor delivered), NOTHING_LEFT (everything has come back), WINDOW_CLOSED (too late for this reason; deadline says \
            since when), ANOTHER_OPEN (another return is not finished).""",
            content =
                    @Content(
                            mediaType = APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @ApiResponse(
            responseCode = "429",
            description = "TOO_MANY_REQUESTS",
            content =
                    @Content(
                            mediaType = APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReturnView request(
            @PathVariable String orderNumber,
            @Valid @RequestBody ReturnBody request,
            Caller caller,
            @Nullable IdempotencyKey key)
            throws OrderUnknown, ReturnNotPossible, TooManyReturned {
        return returns.request(request.command(number(orderNumber), caller.onlyOrdersOf(), caller, key));
    }

    @Operation(summary = "Read the returns of an order, oldest first")
    @GetMapping
    List<ReturnView> list(@PathVariable String orderNumber, Caller caller) throws OrderUnknown {
        return returns.ofOrder(number(orderNumber), caller.onlyOrdersOf());
    }

    /** Reads an order number; a text that cannot be one is answered like an unknown order. */
    private static OrderNumber number(String text) {
        return TextValues.read(text, OrderNumber::new).orElseThrow(ReturnProblems::orderNotFound);
    }
}
