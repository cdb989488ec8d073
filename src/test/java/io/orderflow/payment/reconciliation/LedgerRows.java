package io.orderflow.payment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Writes charges and refunds into our ledger as if they had happened at some time. */
@TestComponent
@Transactional
public class LedgerRows {

    private final JdbcTemplate jdbc;

    LedgerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void clear() {
        jdbc.update("delete from refund");
        jdbc.update("delete from charge");
        jdbc.update("delete from reconciliation");
    }

    /** The nightly comparison of a day, begun and never finished. */
    public void nightlyBegun(LocalDate day, Instant at) {
        jdbc.update("""
                insert into reconciliation (reconciliation_id, first_day, last_day, nightly_of, gateway, started_at, compared,
                payments, movements, differences, version) values (-1, ?, ?, ?, 'fake', ?, false, 0, 0, 0, 0)""", day, day, day, at.atOffset(ZoneOffset.UTC));
    }

    /** An approved charge. */
    public void charged(String order, String paymentKey, long won, Instant at) {
        charge(order, paymentKey, won, "APPROVED", at);
    }

    public void charge(String order, String paymentKey, long won, String status, Instant at) {
        boolean settled = status.equals("APPROVED") || status.equals("DECLINED");
        jdbc.update(
                """
                insert into charge (order_number, payment_key, amount, idempotency_key, status, tries, refunded_amount,
                requested_at, settled_at, version) values (?, ?, ?, ?, ?, 1, 0, ?, ?, 0)""",
                order,
                paymentKey,
                won,
                UUID.randomUUID().toString(),
                status,
                at.atOffset(ZoneOffset.UTC),
                settled ? at.atOffset(ZoneOffset.UTC) : null);
    }

    public void refund(String order, long won, String status, Instant at) {
        boolean settled = status.equals("DONE") || status.equals("SETTLED_OUTSIDE");
        jdbc.update(
                """
                insert into refund (refund_id, order_number, amount, idempotency_key, status, tries, requested_at, settled_at,
                version) values (?, ?, ?, ?, ?, 1, ?, ?, 0)""",
                UUID.randomUUID().toString(),
                order,
                won,
                UUID.randomUUID().toString(),
                status,
                at.atOffset(ZoneOffset.UTC),
                settled ? at.atOffset(ZoneOffset.UTC) : null);
    }
}
