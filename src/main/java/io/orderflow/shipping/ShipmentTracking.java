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

/** A stored shipment. Its status moves only forward, but a delivery counts even after a failure. */
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
    /** The status in the last carrier event that contradicted this shipment. */
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable ShipmentStatus contradictedBy;
    /** When the goods came back to the shop, as the carrier reported; null if the carrier has not reported it. */
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

    /** Returns the columns of a new row, without its version. */
    Object[] columns() {
        return new Object[] {
            reference, orderNumber, attempt, carrier, trackingNumber, status.name(), bookedAt.atOffset(ZoneOffset.UTC)
        };
    }

    public static String referenceOf(OrderNumber order, int attempt) {
        return order + "-" + attempt;
    }

    /** The meaning of a carrier event for a shipment. */
    public enum Verdict {
        /** The shipment takes the new status. */
        MOVES,
        /** The carrier event tells nothing new: it was told before, or is older than what is known. */
        KNOWN,
        /** The carrier event contradicts the shipment, which keeps its status. */
        CONTRADICTS
    }

    /**
     * Returns the meaning of a carrier event for this shipment, by the first table of ADR 31. A contradiction that was
     * told before is {@code KNOWN}.
     */
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
     * Judges an event about a parcel on its way. A failure counts only if no newer event is known, because a parcel
     * that moved on later has not failed.
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

    /** Stores a contradiction, so that it counts once. */
    public void noteContradiction(ShipmentStatus told) {
        contradictedBy = told;
    }

    /** Stores that the goods came back to the shop, as the carrier reported. */
    public void noteBack(Instant at) {
        backAt = backAt == null || at.isAfter(backAt) ? at : backAt;
    }

    /** Whether the goods came back to the shop before the given time, as the carrier reported. */
    public boolean wasBackBefore(Instant time) {
        return backAt != null && backAt.isBefore(time);
    }

    /**
     * Moves to the next status. It throws an {@link IllegalStateException} if {@link #verdict} does not allow the move.
     */
    public void move(ShipmentStatus next, Instant at, @Nullable String detail) {
        if (verdict(next, at) != Verdict.MOVES) {
            throw new IllegalStateException("shipment " + reference + " is " + status + " and cannot become " + next);
        }
        status = next;
        statusDetail = detail;
        lastEventAt = lastEventAt == null || at.isAfter(lastEventAt) ? at : lastEventAt;
        nextStepAt = next.isFinal() ? null : nextStepAt;
    }

    /** Cancels an open shipment. It throws an {@link IllegalStateException} if it has ended already. */
    void cancel() {
        if (!isOpen()) {
            throw new IllegalStateException("shipment " + reference + " has ended as " + status);
        }
        status = ShipmentStatus.CANCELLED;
        nextStepAt = null;
    }

    /**
     * Schedules the next step of a simulated parcel. It throws an {@link IllegalStateException} if the shipment has
     * ended.
     */
    public void scheduleStep(Instant now, Duration step) {
        if (!isOpen()) {
            throw new IllegalStateException("shipment " + reference + " has ended as " + status);
        }
        nextStepAt = now.plus(step);
    }

    boolean isOpen() {
        return !status.isFinal();
    }

    /** Whether the carrier could not deliver it. */
    public boolean hasFailed() {
        return status.isFailure();
    }

    public boolean isCancelled() {
        return status == ShipmentStatus.CANCELLED;
    }

    /** Whether the carrier has or had the parcel. */
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
