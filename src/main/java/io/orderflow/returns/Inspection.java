package io.orderflow.returns;

import static java.util.Objects.requireNonNull;

import io.orderflow.shared.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of an inspection, one for each product. */
final class Inspection {

    private final Map<Sku, Inspected> bySku = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if a product is named twice */
    Inspection(List<Inspected> found) {
        for (Inspected one : found) {
            refuseIf(bySku.put(one.sku(), one) != null, one.sku() + " is named twice");
        }
    }

    /**
     * Enters the results into the items.
     *
     * @throws IllegalArgumentException if the results are not about exactly these items, or accept more pieces than the
     *     return has; nothing is changed then
     */
    void enter(List<ReturnItem> items) {
        items.forEach(this::check);
        bySku.keySet()
                .forEach(sku -> refuseIf(
                        items.stream().noneMatch(item -> item.sku().equals(sku)), sku + " is not part of the return"));
        items.forEach(item -> item.inspect(requireNonNull(bySku.get(item.sku()))));
    }

    /** @throws IllegalStateException if the items were inspected before with other results */
    void requireSame(List<ReturnItem> items) {
        boolean same = items.size() == bySku.size()
                && items.stream()
                        .allMatch(item -> bySku.containsKey(item.sku()) && item.wasFound(bySku.get(item.sku())));
        if (!same) {
            throw new IllegalStateException("the goods were inspected before, with another result");
        }
    }

    private void check(ReturnItem item) {
        Inspected found = bySku.get(item.sku());
        if (found == null) {
            throw new IllegalArgumentException(item.sku() + " is missing");
        }
        refuseIf(
                found.accepted() > item.quantity(),
                "the accepted quantity of " + item.sku() + " must be 0 to " + item.quantity() + ", was "
                        + found.accepted());
    }

    private static void refuseIf(boolean refused, String message) {
        if (refused) {
            throw new IllegalArgumentException(message);
        }
    }
}
