package io.orderflow.inventory.web;

import io.orderflow.inventory.StockItem;
import io.orderflow.inventory.StockMove;
import io.orderflow.shared.VisibleText;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to move pieces.
 *
 * @param change the pieces put on the shelf, or a negative number for pieces taken off it; not 0
 * @param reason the reason, with some {@link VisibleText}, without control characters and lone surrogates, which
 *     PostgreSQL cannot store
 */
record StockRequest(
        @NotNull @Min(-StockItem.MOST_ON_HAND) @Max(StockItem.MOST_ON_HAND)
        Long change,

        @NotNull
        @Pattern(regexp = VisibleText.SOME, message = ProductRequest.BLANK)
        @Size(max = 500)
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
        String reason) {

    /** @throws io.orderflow.web.ApiProblem if the change is 0 */
    StockMove move(Caller caller, @Nullable IdempotencyKey key) {
        if (change == 0) {
            throw Violation.problem("change", "must not be 0");
        }
        return new StockMove(change, reason, caller.asActor(), key == null ? null : key.digest());
    }
}
