package io.orderflow.force;

import io.orderflow.force.Told.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What customers were told has come true, whatever was killed after it was said. */
class WordChecks {

    private static final Set<String> CALLED_OFF = Set.of("CANCELLED", "FAILED", "REFUNDED");

    private final NamedParameterJdbcTemplate jdbc;
    private final Told told;

    WordChecks(NamedParameterJdbcTemplate jdbc, Told told) {
        this.jdbc = jdbc;
        this.told = told;
    }

    List<String> broken() {
        List<String> broken = new ArrayList<>();
        Map<String, String> orders = jdbc
                .query(
                        "select order_number, status from orders",
                        Map.of(),
                        (row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        told.words()
                .forEach((order, words) -> words.stream()
                        .filter(word -> !isTrue(word, order, orders.get(order)))
                        .forEach(word -> broken.add(
                                "%s, %s: the customer was told %s".formatted(order, orders.get(order), word))));
        int unknown = orders.size() - told.words().size();
        if (unknown > told.unclear()) {
            broken.add("%d orders exist that nobody was told of, %d placements had no answer"
                    .formatted(unknown, told.unclear()));
        }
        return broken;
    }

    private boolean isTrue(Word word, String order, String status) {
        if (status == null) {
            return false;
        }
        return switch (word) {
            case PLACED -> true;
            case OUT_OF_STOCK -> status.equals("CANCELLED");
            case PAID ->
                has("select count(*) from charge where order_number = :order and status = 'APPROVED'", order)
                        || has("select count(*) from orders where order_number = :order and payment_amount = 0", order);
            case DECLINED -> status.equals("FAILED");
            case CANCELLED -> CALLED_OFF.contains(status);
            case RETURN_TAKEN -> has("select count(*) from return_request where order_number = :order", order);
        };
    }

    private boolean has(String sql, String order) {
        Long count = jdbc.queryForObject(sql, Map.of("order", order), Long.class);
        return count != null && count > 0;
    }
}
