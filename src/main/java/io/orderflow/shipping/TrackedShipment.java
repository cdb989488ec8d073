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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A shipment and what moves it: only forward, and no more once it has ended. */
@Entity
@Table(name = "shipment")
class TrackedShipment {

    @Id
    private String reference;

    private String orderNumber;
    private int attempt;
    private String carrier;
    private String trackingNumber;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ShipmentStatus status;

    private String statusDetail;
    private Instant lastEventAt;
    private Instant bookedAt;
    private Instant nextStepAt;

    @Version
    private Long version;

    protected TrackedShipment() {}

    TrackedShipment(OrderNumber order, int attempt, String carrier, String trackingNumber, Instant bookedAt) {
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
        return new Object[] {reference, orderNumber, attempt, carrier, trackingNumber, status.name(), CarrierEvents.inUtc(bookedAt)};
    }

    static String referenceOf(OrderNumber order, int attempt) {
        return order + "-" + attempt;
    }

    /**
     * Whether news moves this shipment: only forward, and a failure only if nothing newer is known, because a parcel
     * that was seen on its way afterwards has not been given up.
     */
    boolean isMovedBy(ShipmentStatus next, Instant at) {
        if (status.isFinal() || !status.isBefore(next)) {
            return false;
        }
        return !next.isFailure() || lastEventAt == null || !at.isBefore(lastEventAt);
    }

    /** Moves on; an {@link IllegalStateException} when {@link #isMovedBy} says that this is no move forward. */
    void move(ShipmentStatus next, Instant at, String detail) {
        if (!isMovedBy(next, at)) {
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
    void scheduleStep(Instant now, Duration step) {
        if (!isOpen()) {
            throw new IllegalStateException("shipment " + reference + " has ended as " + status);
        }
        nextStepAt = now.plus(step);
    }

    boolean isOpen() {
        return !status.isFinal();
    }

    boolean isCancelled() {
        return status == ShipmentStatus.CANCELLED;
    }

    /** Whether the carrier has, or had, the parcel. */
    boolean isHandedOver() {
        return status != ShipmentStatus.BOOKED && !isCancelled();
    }

    boolean isAttempt(int number) {
        return attempt == number;
    }

    int attempt() {
        return attempt;
    }

    String statusDetail() {
        return statusDetail;
    }

    String reference() {
        return reference;
    }

    Instant bookedAt() {
        return bookedAt;
    }

    OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    Shipment asShipment() {
        return new Shipment(order(), attempt, carrier, trackingNumber, status, bookedAt);
    }
}
