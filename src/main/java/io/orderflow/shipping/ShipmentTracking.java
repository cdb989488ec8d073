package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A shipment and what moves it: only forward, but that the customer has it counts whatever was told before. */
@Entity
@Table(name = "shipment")
public class ShipmentTracking {

    @Id
    private String reference;

    private String orderNumber;
    private int attempt;
    private String carrier;
    private String trackingNumber;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ShipmentStatus status;

    private @Nullable String statusDetail;
    private @Nullable Instant lastEventAt;
    private Instant bookedAt;
    private @Nullable Instant nextStepAt;
    /** What was told last of those things that contradict what it is. */
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable ShipmentStatus contradictedBy;
    /** Since when its goods are back with us by the carrier's account; null while nothing says so. */
    private @Nullable Instant backAt;

    @Version
    private @Nullable Long version;

    protected ShipmentTracking() {}

    ShipmentTracking(OrderNumber order, int attempt, String carrier, String trackingNumber, Instant bookedAt) {
        this.reference = referenceOf(order, attempt);
        this.orderNumber = order.value();
        this.attempt = attempt;
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.status = ShipmentStatus.BOOKED;
        this.bookedAt = bookedAt;
    }

    /** The columns of a new row, but for its version. */
    Object[] columns() {
        return new Object[] {
            reference, orderNumber, attempt, carrier, trackingNumber, status.name(), bookedAt.atOffset(ZoneOffset.UTC)
        };
    }

    public static String referenceOf(OrderNumber order, int attempt) {
        return order + "-" + attempt;
    }

    /** What news means for a shipment. */
    public enum Verdict {
        /** It becomes what is told. */
        MOVES,
        /** It was told before, or is older than what is known. */
        KNOWN,
        /** It stays what it is, which what is told now does not fit. */
        CONTRADICTS
    }

    /** What news means for this shipment, by the first table of ADR 31. What contradicted it before is known. */
    public Verdict verdict(ShipmentStatus next, Instant at) {
        Verdict verdict = switch (status) {
            case BOOKED, IN_TRANSIT, OUT_FOR_DELIVERY -> onItsWay(next, at);
            case FAILED -> givenUp(next, at);
            case RETURN_TO_SENDER -> next == ShipmentStatus.DELIVERED ? Verdict.MOVES : Verdict.KNOWN;
            case DELIVERED -> next.isFailure() && at.isAfter(lastEventAt) ? Verdict.CONTRADICTS : Verdict.KNOWN;
            case CANCELLED -> next == ShipmentStatus.DELIVERED ? Verdict.CONTRADICTS : Verdict.KNOWN;
        };
        return verdict == Verdict.CONTRADICTS && next == contradictedBy ? Verdict.KNOWN : verdict;
    }

    /**
     * A failure counts only if nothing newer is known: a parcel that was seen on its way afterwards has not been given
     * up.
     */
    private Verdict onItsWay(ShipmentStatus next, Instant at) {
        boolean late = next.isFailure() && lastEventAt != null && at.isBefore(lastEventAt);
        return status.isBefore(next) && !late ? Verdict.MOVES : Verdict.KNOWN;
    }

    private Verdict givenUp(ShipmentStatus next, Instant at) {
        if (next == ShipmentStatus.DELIVERED || next == ShipmentStatus.RETURN_TO_SENDER) {
            return Verdict.MOVES;
        }
        return !next.isFinal() && at.isAfter(lastEventAt) ? Verdict.CONTRADICTS : Verdict.KNOWN;
    }

    /** Keeps what contradicts it, so that it counts once. */
    public void noteContradiction(ShipmentStatus told) {
        contradictedBy = told;
    }

    /** Keeps that its goods are back with us by the carrier's account. */
    public void noteBack(Instant at) {
        backAt = backAt == null || at.isAfter(backAt) ? at : backAt;
    }

    /** Whether its goods had come back to us before then by the carrier's account. */
    public boolean wasBackBefore(Instant time) {
        return backAt != null && backAt.isBefore(time);
    }

    /** Moves on; an {@link IllegalStateException} when {@link #verdict} says that this is no move. */
    public void move(ShipmentStatus next, Instant at, @Nullable String detail) {
        if (verdict(next, at) != Verdict.MOVES) {
            throw new IllegalStateException("shipment " + reference + " is " + status + " and cannot become " + next);
        }
        status = next;
        statusDetail = detail;
        lastEventAt = lastEventAt == null || at.isAfter(lastEventAt) ? at : lastEventAt;
        nextStepAt = next.isFinal() ? null : nextStepAt;
    }

    /** Ends an open shipment; an {@link IllegalStateException} when it has ended already. */
    void cancel() {
        if (!isOpen()) {
            throw new IllegalStateException("shipment " + reference + " has ended as " + status);
        }
        status = ShipmentStatus.CANCELLED;
        nextStepAt = null;
    }

    /** Lets the simulation come by after one step; an {@link IllegalStateException} when the shipment has ended. */
    public void scheduleStep(Instant now, Duration step) {
        if (!isOpen()) {
            throw new IllegalStateException("shipment " + reference + " has ended as " + status);
        }
        nextStepAt = now.plus(step);
    }

    boolean isOpen() {
        return !status.isFinal();
    }

    /** Whether the carrier gave it up. */
    public boolean hasFailed() {
        return status.isFailure();
    }

    public boolean isCancelled() {
        return status == ShipmentStatus.CANCELLED;
    }

    /** Whether the carrier has, or had, the parcel. */
    public boolean isHandedOver() {
        return status != ShipmentStatus.BOOKED && !isCancelled();
    }

    boolean isAttempt(int number) {
        return attempt == number;
    }

    public int attempt() {
        return attempt;
    }

    @Nullable
    String statusDetail() {
        return statusDetail;
    }

    String reference() {
        return reference;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public Shipment asShipment() {
        return new Shipment(order(), attempt, carrier, trackingNumber, status, bookedAt);
    }
}
