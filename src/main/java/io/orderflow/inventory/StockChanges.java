package io.orderflow.inventory;

import io.orderflow.shared.Sku;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The repository of changes of stock by people. A change is inserted only while the product's row is locked, so the
 * changes of a product are in the order of time.
 */
@Repository
class StockChanges {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final StockSettings settings;

    StockChanges(JdbcClient jdbc, Clock clock, StockSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param after the pieces on hand after the move */
    void add(Sku sku, StockMove move, long after) {
        jdbc.sql("""
                insert into stock_change (sku, changed_at, changed_by, reason, pieces, count_after, request_key)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        sku.value(),
                        time(clock.instant()),
                        move.by().name(),
                        move.reason(),
                        move.change(),
                        after,
                        move.requestKey())
                .update();
    }

    /**
     * Whether a request under this key was carried out. After the retention of idempotency keys the key is freed and
     * counts as new.
     */
    boolean isDone(String requestKey) {
        jdbc.sql("update stock_change set request_key = null where request_key = ? and changed_at < ?")
                .params(requestKey, time(clock.instant().minus(settings.idempotencyRetention())))
                .update();
        return jdbc.sql("select count(*) from stock_change where request_key = ?")
                        .param(requestKey)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }
}
