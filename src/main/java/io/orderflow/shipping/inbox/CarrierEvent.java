package io.orderflow.shipping.inbox;

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

/** A message from a carrier, and what became of it. */
@Entity
@Table(name = "carrier_event")
class CarrierEvent {

    /**
     * What became of a message: NOTED moved no parcel because it contradicts what the parcel is, IGNORED told nothing
     * new.
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

    private int tries;
    private @Nullable Instant nextTryAt;
    private @Nullable String waitsFor;

    @Version
    private @Nullable Long version;

    protected CarrierEvent() {}

    /** Takes a message as pending, one of an unknown type as ignored. */
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
        this.nextTryAt = meaningful ? this.receivedAt : null;
        this.waitsFor = meaningful ? orderNumber().orElse(trackingNumber) : null;
    }

    /**
     * Settles a pending event; an unknown one still waits for its shipment.
     *
     * @throws IllegalStateException when it has been settled already
     */
    void settle(Outcome result) {
        requirePending();
        outcome = result;
        nextTryAt = null;
        waitsFor = result == Outcome.UNKNOWN ? waitsFor : null;
    }

    /** Puts a pending event off, longer each time, from 1 s to 1 min; never gives it up. */
    void postpone(Instant now) {
        requirePending();
        long seconds = tries >= 6 ? LONGEST_WAIT_SECONDS : Math.min(LONGEST_WAIT_SECONDS, 1L << tries);
        tries = tries + 1;
        nextTryAt = now.truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
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

    /** The columns of a new row, but for its version. */
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
            tries,
            CarrierEvents.inUtc(nextTryAt),
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

    /** When it happened by the carrier's account, which may be in the future. */
    Instant occurredAt() {
        return occurredAt;
    }

    /**
     * As {@link #occurredAt}, but nothing can have happened after we heard of it: by this the events of a parcel are
     * ordered.
     */
    Instant happenedAt() {
        return occurredAt.isAfter(receivedAt) ? receivedAt : occurredAt;
    }

    Outcome outcome() {
        return outcome;
    }

    int tries() {
        return tries;
    }

    @Nullable
    Instant nextTryAt() {
        return nextTryAt;
    }
}
