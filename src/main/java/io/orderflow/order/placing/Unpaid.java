package io.orderflow.order.placing;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The order lines that a customer has not paid for. */
record Unpaid(List<Line> lines) {

    /** @param expiresAt when the reservation ends; it may be in the past while a payment is in progress */
    record Line(String orderNumber, Instant expiresAt, String sku, int quantity) {

        boolean isOf(Sku other) {
            return sku.equals(other.value());
        }
    }

    long orders() {
        return lines.stream().map(Line::orderNumber).distinct().count();
    }

    long pieces(Sku sku) {
        return lines.stream()
                .filter(line -> line.isOf(sku))
                .mapToLong(Line::quantity)
                .sum();
    }

    /** Returns the number of pieces of the SKU that has the most. */
    long mostPieces() {
        Map<String, Long> bySku =
                lines.stream().collect(Collectors.groupingBy(Line::sku, Collectors.summingLong(Line::quantity)));
        return bySku.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    Unpaid where(Predicate<Line> which) {
        return new Unpaid(lines.stream().filter(which).toList());
    }

    Unpaid without(OrderNumber order) {
        return where(line -> !line.orderNumber().equals(order.value()));
    }

    /** Returns the earliest end of a reservation that has not ended yet. */
    Optional<Instant> nextExpiry(Instant now) {
        return lines.stream().map(Line::expiresAt).filter(now::isBefore).min(Instant::compareTo);
    }
}
