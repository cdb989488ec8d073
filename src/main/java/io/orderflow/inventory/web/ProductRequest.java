package io.orderflow.inventory.web;

import io.orderflow.inventory.ProductChange;
import io.orderflow.inventory.StockItem;
import io.orderflow.shared.Money;
import io.orderflow.shared.VisibleText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The body of a request to store a product.
 *
 * @param name a text with some {@link VisibleText}, without control characters and lone surrogates, which PostgreSQL
 *     cannot store
 * @param price won
 * @param onHand the pieces on hand
 */
record ProductRequest(
        @NotNull
        @Pattern(regexp = VisibleText.SOME, message = BLANK)
        @Size(max = 200)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
        String name,

        @NotNull @Min(0) @Max(1_000_000_000_000L) Long price,
        @NotNull @Min(0) @Max(StockItem.MOST_ON_HAND) Long onHand) {

    static final String BLANK = "{jakarta.validation.constraints.NotBlank.message}";

    ProductChange change() {
        return new ProductChange(name, Money.won(price), onHand);
    }
}
