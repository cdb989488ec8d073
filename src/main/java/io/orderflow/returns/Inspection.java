package io.orderflow.returns;

import static java.util.Objects.requireNonNull;

import io.orderflow.shared.Sku;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an inspection found, each product once. */
final class Inspection {

    private final Map<Sku, Inspected> bySku = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when a product is named twice */
    Inspection(List<Inspected> found) {
        for (Inspected one : found) {
            refuseIf(bySku.put(one.sku(), one) != null, one.sku() + " is named twice");
        }
    }

    /**
     * Enters it with the items.
     *
     * @throws IllegalArgumentException when it is not about exactly these, or accepts more than was to come back;
     *     nothing is changed then
     */
    void enter(List<ReturnItem> items) {
        items.forEach(this::check);
        bySku.keySet()
                .forEach(sku -> refuseIf(
                        items.stream().noneMatch(item -> item.sku().equals(sku)), sku + " is not part of the return"));
        items.forEach(item -> item.inspect(requireNonNull(bySku.get(item.sku()))));
    }

    /** @throws IllegalStateException when the items were found otherwise before */
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
