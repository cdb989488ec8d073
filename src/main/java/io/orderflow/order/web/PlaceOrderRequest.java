package io.orderflow.order.web;

import io.orderflow.order.aggregate.PlaceOrder;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import io.orderflow.shared.VisibleText;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/orders}. Ops must name {@code customerId}; a customer may only name their own. */
record PlaceOrderRequest(
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Item> items,
        @NotNull @Valid Address shippingAddress,
        @Nullable String couponCode,
        @Min(0) @Nullable Long expectedTotal,
        @Size(min = 1, max = 255) @Nullable String customerId) {

    record Item(
            @NotNull @Pattern(regexp = "[A-Z0-9-]{1,40}") String sku,
            @NotNull @Min(1) @Max(999) Integer quantity) {}

    record Address(
            @NotNull @Pattern(regexp = VisibleText.SOME, message = BLANK) @Size(max = 100)
            String recipient,

            @NotNull @Pattern(regexp = VisibleText.SOME, message = BLANK) @Size(max = 30)
            String phone,

            @NotNull @Pattern(regexp = VisibleText.SOME, message = BLANK) @Size(max = 200)
            String line1,

            @Size(max = 200) @Nullable String line2,

            @NotNull @Pattern(regexp = VisibleText.SOME, message = BLANK) @Size(max = 100)
            String city,

            @NotNull @Pattern(regexp = VisibleText.SOME, message = BLANK) @Size(max = 20)
            String postalCode,

            @NotNull @Pattern(regexp = "[A-Z]{2}") String country) {

        private static final String BLANK = "{jakarta.validation.constraints.NotBlank.message}";

        ShippingAddress value() {
            return new ShippingAddress(recipient, phone, line1, line2, city, postalCode, country);
        }
    }

    PlaceOrder command(
            CustomerId customer,
            Caller caller,
            Optional<CouponCode> coupon,
            Locale locale,
            @Nullable IdempotencyKey key) {
        return new PlaceOrder(
                customer,
                caller.asActor(),
                itemsBySku(),
                shippingAddress.value(),
                coupon,
                Optional.ofNullable(expectedTotal).map(Money::new),
                locale,
                key == null ? null : key.digest());
    }

    /** Returns the quantity of each SKU; items with the same SKU are added up. */
    SortedMap<Sku, Quantity> itemsBySku() {
        SortedMap<Sku, Quantity> bySku = new TreeMap<>();
        items.forEach(item -> bySku.merge(new Sku(item.sku()), new Quantity(item.quantity()), Quantity::plus));
        return bySku;
    }
}
