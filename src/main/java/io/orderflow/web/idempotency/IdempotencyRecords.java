package io.orderflow.web.idempotency;

import io.orderflow.web.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The repository of idempotency keys and stored answers. They are in the database, because a repeat may reach another
 * node. Every statement commits by itself, so that no connection is held while a request runs or waits.
 */
@Repository
@Transactional(propagation = Propagation.NEVER)
class IdempotencyRecords {

    /** The time of a claim on a key, longer than any request runs. After it, the holder counts as dead. */
    static final Duration LOCK = Duration.ofMinutes(2);

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final IdempotencySettings settings;

    IdempotencyRecords(JdbcTemplate jdbc, Clock clock, IdempotencySettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** Claims the key for a request. Only one of several requests gets it; the others learn the state of that one. */
    Outcome claim(IdempotencyKey key, String requestHash) {
        String holder = UUID.randomUUID().toString();
        try {
            insert(key, requestHash, holder);
            return new Outcome.Claimed(holder);
        } catch (DuplicateKeyException e) {
            return look(key, requestHash);
        }
    }

    /** Does the same as {@link #claim} for a key that was in use a moment ago, and reads before it writes. */
    Outcome look(IdempotencyKey key, String requestHash) {
        return find(key).map(row -> judge(key, row, requestHash)).orElseGet(Outcome.GivenUp::new);
    }

    /** Whether a request has used the key, and its record has not expired. */
    boolean isKnown(IdempotencyKey key) {
        Instant now = clock.instant();
        return find(key).filter(row -> !row.expiresAt.isBefore(now)).isPresent();
    }

    /** Stores the answer, unless another request has taken the key over in the meantime. */
    void finish(IdempotencyKey key, String holder, StoredResponse answer) {
        jdbc.update(
                """
                update idempotency_record set state = 'DONE', status_code = ?, content_type = ?, location = ?, etag = ?,
                body = ? where id = ? and holder = ?""",
                answer.status(),
                answer.contentType(),
                answer.location(),
                answer.etag(),
                answer.body(),
                key.digest(),
                holder);
    }

    /** Removes the record of the request, so that the next request with this key runs. */
    void giveUp(IdempotencyKey key, String holder) {
        jdbc.update("delete from idempotency_record where id = ? and holder = ?", key.digest(), holder);
    }

    /** Removes one batch of expired records; returns whether there may be more. */
    boolean removeExpired() {
        return BATCH == jdbc.update("""
                delete from idempotency_record where id in
                (select id from idempotency_record where expires_at < ? order by expires_at fetch first %d rows only)
                """.formatted(BATCH), at(clock.instant()));
    }

    private Outcome judge(IdempotencyKey key, Row row, String requestHash) {
        Instant now = clock.instant();
        boolean expired = row.expiresAt.isBefore(now);
        if (!expired && !row.requestHash.equals(requestHash)) {
            return new Outcome.Reused();
        }
        if (expired || !row.done && row.lockedUntil.isBefore(now)) {
            return takeOver(key, row, requestHash);
        }
        return row.done ? new Outcome.Replay(row.answer) : new Outcome.Running();
    }

    /**
     * Takes the key over from the holder in the row. Of several requests that read the same holder, only one gets it.
     */
    private Outcome takeOver(IdempotencyKey key, Row row, String requestHash) {
        Instant now = clock.instant();
        String holder = UUID.randomUUID().toString();
        int won = jdbc.update(
                """
                update idempotency_record set state = 'RUNNING', request_hash = ?, holder = ?, locked_until = ?,
                expires_at = ? where id = ? and holder = ? and state = ?""",
                requestHash,
                holder,
                at(now.plus(LOCK)),
                at(now.plus(settings.idempotencyRetention())),
                key.digest(),
                row.holder,
                row.done ? "DONE" : "RUNNING");
        return won == 1 ? new Outcome.Claimed(holder) : new Outcome.Running();
    }

    private void insert(IdempotencyKey key, String requestHash, String holder) {
        Instant now = clock.instant();
        jdbc.update(
                """
                insert into idempotency_record (id, request_hash, state, holder, locked_until, expires_at)
                values (?, ?, 'RUNNING', ?, ?, ?)""",
                key.digest(),
                requestHash,
                holder,
                at(now.plus(LOCK)),
                at(now.plus(settings.idempotencyRetention())));
    }

    private Optional<Row> find(IdempotencyKey key) {
        return jdbc
                .query("select * from idempotency_record where id = ?", (result, number) -> row(result), key.digest())
                .stream()
                .findFirst();
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getString("request_hash"),
                "DONE".equals(result.getString("state")),
                result.getString("holder"),
                result.getObject("locked_until", OffsetDateTime.class).toInstant(),
                result.getObject("expires_at", OffsetDateTime.class).toInstant(),
                new StoredResponse(
                        result.getInt("status_code"),
                        result.getString("content_type"),
                        result.getString("location"),
                        result.getString("etag"),
                        result.getString("body")));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(
            String requestHash,
            boolean done,
            String holder,
            Instant lockedUntil,
            Instant expiresAt,
            StoredResponse answer) {}
}
