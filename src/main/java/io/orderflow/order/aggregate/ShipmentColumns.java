package io.orderflow.order.aggregate;

import io.orderflow.order.OrderView;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The columns of an order's row that hold a copy of its latest shipment, so that reading an order reads one row. */
@Embeddable
public class ShipmentColumns {

    private String carrier;
    private String trackingNumber;

    @Column(name = "shipment_status")
    private String status;

    @Column(name = "shipment_attempt")
    private Integer attempt;

    protected ShipmentColumns() {}

    public ShipmentColumns(String carrier, String trackingNumber, String status, int attempt) {
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.status = status;
        this.attempt = attempt;
    }

    boolean isAttempt(int number) {
        return attempt == number;
    }

    /** Whether the carrier could not deliver the parcel. */
    boolean hasFailed() {
        return status.equals("FAILED") || status.equals("RETURN_TO_SENDER");
    }

    ShipmentColumns with(String newStatus) {
        return new ShipmentColumns(carrier, trackingNumber, newStatus, attempt);
    }

    OrderView.Shipment view() {
        return new OrderView.Shipment(carrier, trackingNumber, status, attempt);
    }
}
