package io.orderflow.payment.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reader of our ledger. It leaves out what the gateway never knew of: orders with nothing to pay, and refunds that a
 * person has settled outside.
 */
@Component
@Transactional(readOnly = true)
class Ledger {

    private static final String OPEN = "status not in ('APPROVED', 'DECLINED')";
    /** A refused refund is left out: a person settles it, and the gateway is not asked. */
    private static final String REFUND_OPEN = "r.status = 'REQUESTED'";

    private final JdbcTemplate jdbc;

    Ledger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A payment, named by its key, and the order that it belongs to. */
    record Payment(@Nullable String order, String paymentKey) {}

    /** Returns the totals of what was settled in the period, by payment. */
    Map<Payment, PaymentTotals> settled(Instant from, Instant to) {
        Map<Payment, PaymentTotals> totals = new HashMap<>();
        RowCallbackHandler add = row -> totals.merge(
                new Payment(row.getString("order_number"), row.getString("payment_key")),
                new PaymentTotals(row.getLong("charged"), row.getLong("refunded")),
                PaymentTotals::plus);
        jdbc.query("""
                select order_number, payment_key, amount as charged, 0 as refunded from charge
                where status = 'APPROVED' and amount > 0 and settled_at >= ? and settled_at < ?""", add, inUtc(from), inUtc(to));
        jdbc.query("""
                select c.order_number, c.payment_key, 0 as charged, r.amount as refunded
                from refund r join charge c on c.order_number = r.order_number
                where r.status = 'DONE' and r.settled_at >= ? and r.settled_at < ?""", add, inUtc(from), inUtc(to));
        return totals;
    }

    /** Returns the whole payment of an order, regardless of its time; empty if the order has none. */
    Optional<LedgerEntry> of(@Nullable String order) {
        return jdbc.query("""
                select c.payment_key, c.status, c.amount, case when %s then c.requested_at end as open_since,
                    coalesce((select sum(r.amount) from refund r where r.order_number = c.order_number and r.status = 'DONE'), 0)
                        as refunded,
                    (select min(r.requested_at) from refund r where r.order_number = c.order_number and %s) as refund_open_since
                from charge c where c.order_number = ?""".formatted("c." + OPEN, REFUND_OPEN), (row, number) -> entry(row), order).stream()
                .findFirst();
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        long charged = row.getString("status").equals("APPROVED") ? row.getLong("amount") : 0;
        return new LedgerEntry(
                row.getString("payment_key"),
                row.getString("status"),
                new PaymentTotals(charged, row.getLong("refunded")),
                instant(row, "open_since"),
                instant(row, "refund_open_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime inUtc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
