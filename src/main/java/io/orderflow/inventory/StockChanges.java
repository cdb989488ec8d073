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
 * What was done to the count of pieces, other than for orders. Written only while the product's row is locked, so by
 * product in the order of time.
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

    /** @param after the pieces on hand that the move leaves */
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
     * Whether a request was carried out under this key; one so long ago that its answer is not kept any more is
     * forgotten.
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
