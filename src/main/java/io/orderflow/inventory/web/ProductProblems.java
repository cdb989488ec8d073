package io.orderflow.inventory.web;

import io.orderflow.inventory.StockItem;
import io.orderflow.inventory.StockOutOfRange;
import io.orderflow.inventory.StockReserved;
import io.orderflow.shared.Sku;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Violation;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Turns each refusal of the inventory module into a problem of the API. */
final class ProductProblems {

    private ProductProblems() {}

    /** Returns empty if the text cannot be an SKU. */
    static Optional<Sku> sku(String text) {
        try {
            return Optional.of(new Sku(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static ApiProblem malformedSku() {
        return Violation.problem("sku", "must be 1 to 40 of A-Z 0-9 -");
    }

    static ApiProblem notFound(String sku) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "PRODUCT_NOT_FOUND", sku).with("skus", List.of(sku));
    }

    static ApiProblem stale() {
        return new ApiProblem(HttpStatus.PRECONDITION_FAILED, "PRECONDITION_FAILED");
    }

    static ApiProblem reserved(StockReserved refusal) {
        return new ApiProblem(HttpStatus.CONFLICT, "STOCK_RESERVED", refusal.reserved())
                .with("reserved", refusal.reserved());
    }

    static ApiProblem outOfRange(StockOutOfRange refusal) {
        return new ApiProblem(HttpStatus.CONFLICT, "STOCK_OUT_OF_RANGE", refusal.onHand(), StockItem.MOST_ON_HAND);
    }
}
