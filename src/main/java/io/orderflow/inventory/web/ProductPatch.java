package io.orderflow.inventory.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.orderflow.inventory.ProductChange;
import io.orderflow.inventory.StockItem;
import io.orderflow.shared.Money;
import io.orderflow.shared.VisibleText;
import io.orderflow.web.Violation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to change parts of a product, at least one; an absent part stays as it is. Null is refused,
 * which a record could not distinguish from an absent part. The parts are those of {@link ProductRequest}.
 */
final class ProductPatch {

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(max = 200)
    @Pattern(regexp = VisibleText.SOME, message = ProductRequest.BLANK)
    @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*")
    private @Nullable String name;

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Min(0)
    @Max(1_000_000_000_000L)
    private @Nullable Long price;

    @JsonProperty
    @JsonSetter(nulls = Nulls.FAIL)
    @Min(0)
    @Max(StockItem.MOST_ON_HAND)
    private @Nullable Long onHand;

    /** @throws io.orderflow.web.ApiProblem if the body names no part */
    ProductChange change() {
        if (name == null && price == null && onHand == null) {
            throw Violation.problem("body", "must name at least one of name, price, onHand");
        }
        return new ProductChange(name, price == null ? null : Money.won(price), onHand);
    }
}
