package io.orderflow.order.placing;

import static java.util.Objects.requireNonNull;

import io.orderflow.order.CouponRefused;
import io.orderflow.order.Discounts;
import io.orderflow.order.ProductCatalogue;
import io.orderflow.order.aggregate.OrderLine;
import io.orderflow.order.aggregate.PlaceOrder;
import io.orderflow.order.aggregate.Quote;
import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The maker of the quote of an order that is about to be placed. Prices come from the catalogue, and the discount from
 * the coupon.
 */
@Component
class Quotes {

    private final ProductCatalogue catalogue;
    private final Discounts discounts;

    Quotes(ProductCatalogue catalogue, Discounts discounts) {
        this.catalogue = catalogue;
        this.discounts = discounts;
    }

    Quote quote(PlaceOrder request) throws ProductsNotFound, CouponRefused, TotalChanged {
        Map<Sku, ProductCatalogue.Offer> offers = offers(request);
        List<Money> lineTotals = request.items().entrySet().stream()
                .map(item -> offer(offers, item.getKey()).price().times(item.getValue()))
                .toList();
        Money total = lineTotals.stream().reduce(Money.ZERO, Money::plus);
        Money discount = request.coupon().isEmpty()
                ? Money.ZERO
                : discounts.discount(request.coupon().get(), request.customer(), total);
        Quote quote = new Quote(lines(request, offers, Discount.spread(discount, lineTotals)), total, discount);
        if (request.expectedTotal().isPresent()
                && !request.expectedTotal().get().equals(quote.toPay())) {
            throw new TotalChanged(quote.toPay());
        }
        return quote;
    }

    private Map<Sku, ProductCatalogue.Offer> offers(PlaceOrder request) throws ProductsNotFound {
        Map<Sku, ProductCatalogue.Offer> offers =
                catalogue.offers(request.items().keySet());
        List<Sku> unknown = request.items().keySet().stream()
                .filter(sku -> !offers.containsKey(sku))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProductsNotFound(unknown);
        }
        return offers;
    }

    private static List<OrderLine> lines(
            PlaceOrder request, Map<Sku, ProductCatalogue.Offer> offers, List<Money> shares) {
        List<OrderLine> lines = new ArrayList<>();
        request.items().forEach((sku, quantity) -> {
            ProductCatalogue.Offer offer = offer(offers, sku);
            lines.add(new OrderLine(sku, offer.name(), offer.price(), quantity, shares.get(lines.size())));
        });
        return lines;
    }

    /** Returns the offer of an SKU; {@link #offers} has checked that there is one for each. */
    private static ProductCatalogue.Offer offer(Map<Sku, ProductCatalogue.Offer> offers, Sku sku) {
        return requireNonNull(offers.get(sku));
    }
}
