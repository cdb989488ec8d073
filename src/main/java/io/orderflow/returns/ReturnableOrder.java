package io.orderflow.returns;

import static java.util.stream.Collectors.toMap;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an order that a return depends on.
 *
 * @param shipped whether the goods are on their way, were delivered, or came back by returns
 * @param deliveredAt when they were delivered; null if they were not
 * @param lines one line per SKU
 */
public record ReturnableOrder(
        OrderNumber order,
        CustomerId customer,
        boolean shipped,
        @Nullable Instant deliveredAt,
        List<Line> lines) {

    public ReturnableOrder {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the order.
     *
     * @param returned the pieces that earlier returns have accepted, 0 to the quantity
     * @param price the price of one piece
     * @param discount the discount of the whole line
     */
    public record Line(Sku sku, String name, Quantity quantity, int returned, Money price, Money discount) {

        public Line {
            if (returned < 0 || returned > quantity.pieces()) {
                throw new IllegalArgumentException(
                        returned + " pieces of " + quantity.pieces() + " cannot have come back");
            }
        }

        int left() {
            return quantity.pieces() - returned;
        }
    }

    boolean isAllBack() {
        return lines.stream().allMatch(line -> line.left() == 0);
    }

    /**
     * Returns the items of a return, in the order of the lines.
     *
     * @param wanted the quantity of each SKU; empty for all pieces that are left
     * @throws TooManyReturned if fewer pieces are left
     */
    List<ReturnItem> pick(SortedMap<Sku, Quantity> wanted) throws TooManyReturned {
        Map<Sku, Integer> left = lines.stream().collect(toMap(Line::sku, Line::left));
        List<Sku> tooMany = wanted.entrySet().stream()
                .filter(want -> want.getValue().pieces() > left.getOrDefault(want.getKey(), 0))
                .map(Map.Entry::getKey)
                .toList();
        if (!tooMany.isEmpty()) {
            throw new TooManyReturned(order, tooMany);
        }
        return lines.stream()
                .filter(line -> wanted.isEmpty() ? line.left() > 0 : wanted.containsKey(line.sku()))
                .map(line -> new ReturnItem(line, pieces(line, wanted.get(line.sku()))))
                .toList();
    }

    private static int pieces(Line line, @Nullable Quantity wanted) {
        return wanted == null ? line.left() : wanted.pieces();
    }
}
