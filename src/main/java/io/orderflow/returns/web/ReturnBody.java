package io.orderflow.returns.web;

import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/orders/{orderNumber}/returns}. Without items it means all pieces that are left. */
record ReturnBody(
        @NotNull ReturnReason reason,
        @Size(max = 500) @Nullable String comment,
        @Size(max = 100) @Nullable List<@NotNull @Valid Item> items) {

    record Item(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,40}") String sku,
            @NotNull @Min(1) @Max(999) Integer quantity) {}

    RequestReturn command(OrderNumber order, Optional<CustomerId> onlyOf, Caller caller, @Nullable IdempotencyKey key) {
        return new RequestReturn(
                order, onlyOf, caller.asActor(), reason, comment, itemsBySku(), key == null ? null : key.digest());
    }

    /** Returns the quantity of each SKU; items with the same SKU are added up. */
    private SortedMap<Sku, Quantity> itemsBySku() {
        SortedMap<Sku, Quantity> bySku = new TreeMap<>();
        if (items != null) {
            items.forEach(item -> bySku.merge(new Sku(item.sku()), new Quantity(item.quantity()), Quantity::plus));
        }
        return bySku;
    }
}
