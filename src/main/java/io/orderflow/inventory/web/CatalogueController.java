package io.orderflow.inventory.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.orderflow.inventory.ProductChange;
import io.orderflow.inventory.ProductChanged;
import io.orderflow.inventory.ProductMaintenance;
import io.orderflow.inventory.ProductUnknown;
import io.orderflow.inventory.SavedProduct;
import io.orderflow.inventory.StockItem;
import io.orderflow.inventory.StockMove;
import io.orderflow.inventory.StockOutOfRange;
import io.orderflow.inventory.StockReserved;
import io.orderflow.shared.Sku;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.IfMatch;
import io.orderflow.web.Refuses;
import io.orderflow.web.TakesIdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoints with which ops write the catalogue. */
@RestController
@RequestMapping(path = "/api/products/{sku}", produces = APPLICATION_JSON_VALUE)
@Tag(name = "Catalogue")
class CatalogueController {

    private final ProductMaintenance catalogue;

    CatalogueController(ProductMaintenance catalogue) {
        this.catalogue = catalogue;
    }

    @Operation(summary = "Create a product, or replace all of it (ops)", description = """
            With If-Match nothing is written over that the caller has not seen: the ETag is stale once name, price or onHand have \
            changed, also by an order that was paid. Pieces that orders have only reserved do not make it so.""")
    @ApiResponse(
            responseCode = "200",
            description = "The product as replaced, with its ETag",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "The new product, with its ETag", useReturnTypeSchema = true)
    @Refuses({
        "400 VALIDATION_FAILED",
        "409 STOCK_RESERVED, REQUEST_IN_PROGRESS",
        "412 PRECONDITION_FAILED",
        "422 IDEMPOTENCY_KEY_REUSED"
    })
    @TakesIdempotencyKey
    @PutMapping
    ResponseEntity<ProductBody> put(
            @PathVariable String sku, @Valid @RequestBody ProductRequest request, IfMatch condition, Caller caller) {
        Sku known = ProductProblems.sku(sku).orElseThrow(ProductProblems::malformedSku);
        try {
            SavedProduct saved = catalogue.put(
                    known,
                    request.change(),
                    caller.asActor(),
                    item -> condition.admits(item.isPresent(), tag -> ProductTag.isCurrent(tag, item.get())));
            return answer(
                    saved.created()
                            ? ResponseEntity.created(URI.create("/api/products/" + known))
                            : ResponseEntity.ok(),
                    saved.product());
        } catch (ProductChanged refusal) {
            throw ProductProblems.stale();
        } catch (StockReserved refusal) {
            throw ProductProblems.reserved(refusal);
        }
    }

    @Operation(summary = "Change name, price or onHand of a product (ops)", description = """
            What is not named stays. With If-Match, as in the replacement of all of it, nothing is written over unseen.""")
    @ApiResponse(
            responseCode = "200",
            description = "The product as changed, with its ETag",
            useReturnTypeSchema = true)
    @Refuses({
        "400 VALIDATION_FAILED",
        "404 PRODUCT_NOT_FOUND",
        "409 STOCK_RESERVED, REQUEST_IN_PROGRESS",
        "412 PRECONDITION_FAILED",
        "422 IDEMPOTENCY_KEY_REUSED"
    })
    @TakesIdempotencyKey
    @PatchMapping
    ResponseEntity<ProductBody> patch(
            @PathVariable String sku, @Valid @RequestBody ProductPatch request, IfMatch condition, Caller caller) {
        ProductChange change = request.change();
        Sku known = ProductProblems.sku(sku).orElseThrow(() -> ProductProblems.notFound(sku));
        try {
            return answer(
                    ResponseEntity.ok(),
                    catalogue.change(
                            known,
                            change,
                            caller.asActor(),
                            item -> condition.admits(true, tag -> ProductTag.isCurrent(tag, item))));
        } catch (ProductUnknown refusal) {
            throw ProductProblems.notFound(sku);
        } catch (ProductChanged refusal) {
            throw ProductProblems.stale();
        } catch (StockReserved refusal) {
            throw ProductProblems.reserved(refusal);
        }
    }

    @Operation(summary = "Put pieces on the shelf or take them off it (ops)", description = """
            Moves onHand by the difference, whatever it is, and keeps who did it and why. Takes an Idempotency-Key.""")
    @ApiResponse(
            responseCode = "200",
            description = "The product as it is then, with its ETag",
            useReturnTypeSchema = true)
    @Refuses({
        "400 VALIDATION_FAILED",
        "404 PRODUCT_NOT_FOUND",
        "409 STOCK_RESERVED, STOCK_OUT_OF_RANGE, REQUEST_IN_PROGRESS",
        "412 PRECONDITION_FAILED (no condition is evaluated here)",
        "422 IDEMPOTENCY_KEY_REUSED"
    })
    @PostMapping("/stock")
    ResponseEntity<ProductBody> move(
            @PathVariable String sku,
            @Valid @RequestBody StockRequest request,
            Caller caller,
            @Nullable IdempotencyKey key) {
        StockMove move = request.move(caller, key);
        Sku known = ProductProblems.sku(sku).orElseThrow(() -> ProductProblems.notFound(sku));
        try {
            return answer(ResponseEntity.ok(), catalogue.move(known, move));
        } catch (ProductUnknown refusal) {
            throw ProductProblems.notFound(sku);
        } catch (StockReserved refusal) {
            throw ProductProblems.reserved(refusal);
        } catch (StockOutOfRange refusal) {
            throw ProductProblems.outOfRange(refusal);
        }
    }

    private static ResponseEntity<ProductBody> answer(ResponseEntity.BodyBuilder answer, StockItem item) {
        return answer.eTag(ProductTag.of(item)).body(ProductBody.of(item));
    }
}
