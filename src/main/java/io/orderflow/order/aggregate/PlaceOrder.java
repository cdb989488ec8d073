package io.orderflow.order.aggregate;

import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shared.Sku;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param customer whose order it is
 * @param actor who places it: the customer, or ops for them
 * @param items pieces per SKU, 1 to 100 lines
 * @param coupon empty for none
 * @param expectedTotal what the buyer believes to pay, empty when they do not say
 * @param locale in which the customer is told about the order: English or Korean
 * @param placementKey null, or what makes a repeat of this very request find the first order
 */
public record PlaceOrder(
        CustomerId customer,
        Actor actor,
        SortedMap<Sku, Quantity> items,
        ShippingAddress address,
        Optional<CouponCode> coupon,
        Optional<Money> expectedTotal,
        Locale locale,
        @Nullable String placementKey) {

    public PlaceOrder {
        if (items.isEmpty() || items.size() > 100) {
            throw new IllegalArgumentException("an order has 1 to 100 lines, not " + items.size());
        }
        items = new TreeMap<>(Map.copyOf(items));
    }

    /** Whether the customer places it, and not ops for them. */
    public boolean isByCustomer() {
        return actor.name().equals(customer.value());
    }
}
