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
 * A request to place an order.
 *
 * @param customer the customer to whom the order belongs
 * @param actor who places the order: the customer, or ops for the customer
 * @param items the quantity of each SKU, 1 to 100 lines
 * @param coupon the coupon to use; empty for none
 * @param expectedTotal the amount that the buyer expects to pay; empty if the buyer does not say
 * @param locale the language of messages to the customer: English or Korean
 * @param placementKey the key by which a repeat of the same request finds the first order, or null
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

    /** Whether the customer places the order, and not ops for the customer. */
    public boolean isByCustomer() {
        return actor.name().equals(customer.value());
    }
}
