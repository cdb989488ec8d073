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

/**
 * An order as far as a return is concerned.
 *
 * @param shipped whether the goods are on their way, have arrived, or came back by returns
 * @param deliveredAt when they arrived; null when they have not
 * @param lines one per SKU
 */
public record ReturnableOrder(
        OrderNumber order, CustomerId customer, boolean shipped, Instant deliveredAt, List<Line> lines) {

    public ReturnableOrder {
        lines = List.copyOf(lines);
    }

    /**
     * What was bought of one product.
     *
     * @param returned pieces accepted by earlier returns, 0 to the quantity
     * @param price of one piece
     * @param discount of the whole line
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
     * The pieces wanted back, in the order of the lines.
     *
     * @param wanted empty for all that is left
     * @throws TooManyReturned when that many pieces are not left
     */
    List<ReturnItem> pick(SortedMap<Sku, Quantity> wanted) throws TooManyReturned {
        Map<Sku, Integer> left = lines.stream().collect(toMap(Line::sku, Line::left));
        List<Sku> tooMany = wanted.keySet().stream()
                .filter(sku -> wanted.get(sku).pieces() > left.getOrDefault(sku, 0))
                .toList();
        if (!tooMany.isEmpty()) {
            throw new TooManyReturned(order, tooMany);
        }
        return lines.stream()
                .filter(line -> wanted.isEmpty() ? line.left() > 0 : wanted.containsKey(line.sku()))
                .map(line -> new ReturnItem(
                        line,
                        wanted.isEmpty() ? line.left() : wanted.get(line.sku()).pieces()))
                .toList();
    }
}
