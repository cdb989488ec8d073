package io.orderflow.inventory.web;

import io.orderflow.inventory.ProductChanged;
import io.orderflow.inventory.ProductUnknown;
import io.orderflow.inventory.StockItem;
import io.orderflow.inventory.StockOutOfRange;
import io.orderflow.inventory.StockReserved;
import io.orderflow.shared.Sku;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.Refusals;
import io.orderflow.web.TextValues;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns each refusal of the inventory module into a problem of the API. */
@Refusals
class ProductProblems {

    /** Reads an SKU; a text that cannot be one is answered like an unknown product. */
    static Sku sku(String text) {
        return TextValues.read(text, Sku::new).orElseThrow(() -> notFound(text));
    }

    static ApiProblem notFound(String sku) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "PRODUCT_NOT_FOUND", sku).with("skus", List.of(sku));
    }

    @ExceptionHandler
    ApiProblem notFound(ProductUnknown refusal) {
        return notFound(refusal.sku().value());
    }

    @ExceptionHandler(ProductChanged.class)
    ApiProblem stale() {
        return new ApiProblem(HttpStatus.PRECONDITION_FAILED, "PRECONDITION_FAILED");
    }

    @ExceptionHandler
    ApiProblem reserved(StockReserved refusal) {
        return new ApiProblem(HttpStatus.CONFLICT, "STOCK_RESERVED", refusal.reserved())
                .with("reserved", refusal.reserved());
    }

    @ExceptionHandler
    ApiProblem outOfRange(StockOutOfRange refusal) {
        return new ApiProblem(HttpStatus.CONFLICT, "STOCK_OUT_OF_RANGE", refusal.onHand(), StockItem.MOST_ON_HAND);
    }
}
