package io.orderflow.shipping.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A stored message of a carrier, and its outcome. */
@Entity
@Table(name = "carrier_event")
class CarrierEvent {

    /**
     * The outcome of a message. NOTED means that it contradicts the status of the parcel and did not change it, IGNORED
     * that it told nothing new, and UNKNOWN that its shipment was not found in time.
     */
    enum Outcome {
        PENDING,
        APPLIED,
        NOTED,
        IGNORED,
        UNKNOWN
    }

    private static final int LONGEST_WAIT_SECONDS = 60;

    @Id
    private String webhookId;

    private String carrier;
    private @Nullable String eventId;
    private String type;
    private @Nullable String trackingNumber;
    private @Nullable String orderNumber;
    private @Nullable String statusDetail;
    private Instant occurredAt;
    private Instant receivedAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Outcome outcome;

    @Column(name = "tries")
    private int attempts;

    @Column(name = "next_try_at")
    private @Nullable Instant nextAttemptAt;

    private @Nullable String waitsFor;

    @Version
    private @Nullable Long version;

    protected CarrierEvent() {}

    /** Makes a pending event of a message, or an ignored one if its type is unknown. */
    CarrierEvent(CarrierMessage message, Instant receivedAt) {
        this.webhookId = message.webhookId();
        this.carrier = message.carrier();
        this.eventId = message.eventId();
        this.type = message.type();
        this.trackingNumber = message.trackingNumber();
        this.orderNumber = message.orderNumber();
        this.statusDetail = message.statusDetail();
        this.receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        this.occurredAt = message.occurredAt().truncatedTo(ChronoUnit.MILLIS);
        boolean meaningful = CarrierEventType.of(type).isPresent();
        this.outcome = meaningful ? Outcome.PENDING : Outcome.IGNORED;
        this.nextAttemptAt = meaningful ? this.receivedAt : null;
        this.waitsFor = meaningful ? orderNumber().orElse(trackingNumber) : null;
    }

    /**
     * Gives a pending event its outcome. An event with the outcome UNKNOWN still waits for its shipment.
     *
     * @throws IllegalStateException if the event is not pending
     */
    void settle(Outcome result) {
        requirePending();
        outcome = result;
        nextAttemptAt = null;
        waitsFor = result == Outcome.UNKNOWN ? waitsFor : null;
    }

    /** Postpones a pending event, from 1 second at first to 1 minute later; the number of attempts is not limited. */
    void postpone(Instant now) {
        requirePending();
        long seconds = attempts >= 6 ? LONGEST_WAIT_SECONDS : Math.min(LONGEST_WAIT_SECONDS, 1L << attempts);
        attempts = attempts + 1;
        nextAttemptAt = now.truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
    }

    private void requirePending() {
        if (!isPending()) {
            throw new IllegalStateException("carrier event " + webhookId + " is " + outcome + " already");
        }
    }

    boolean isPending() {
        return outcome == Outcome.PENDING;
    }

    boolean isOlderThan(Duration age, Instant now) {
        return receivedAt.plus(age).isBefore(now);
    }

    /** Returns the columns of a new row, without its version. */
    Object[] columns() {
        return new Object[] {
            webhookId,
            carrier,
            eventId,
            type,
            trackingNumber,
            orderNumber,
            statusDetail,
            CarrierEvents.inUtc(occurredAt),
            CarrierEvents.inUtc(receivedAt),
            outcome.name(),
            attempts,
            CarrierEvents.inUtc(nextAttemptAt),
            waitsFor
        };
    }

    CarrierEventType type() {
        return CarrierEventType.of(type).orElseThrow();
    }

    String webhookId() {
        return webhookId;
    }

    Optional<String> trackingNumber() {
        return Optional.ofNullable(trackingNumber);
    }

    Optional<String> orderNumber() {
        return Optional.ofNullable(orderNumber);
    }

    @Nullable
    String statusDetail() {
        return statusDetail;
    }

    /** Returns the carrier's time of the event, which may be in the future. */
    Instant occurredAt() {
        return occurredAt;
    }

    /**
     * Returns the time by which the events of a parcel are ordered: {@link #occurredAt}, or the time of the receipt if
     * that is earlier.
     */
    Instant happenedAt() {
        return occurredAt.isAfter(receivedAt) ? receivedAt : occurredAt;
    }

    Outcome outcome() {
        return outcome;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    Instant nextAttemptAt() {
        return nextAttemptAt;
    }
}
