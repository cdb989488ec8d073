package io.orderflow.shipping.inbox;

import io.orderflow.shipping.ShipmentStatus;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of carrier events that have a meaning for us. */
public enum CarrierEventType {
    IN_TRANSIT("shipment.in_transit", ShipmentStatus.IN_TRANSIT),
    OUT_FOR_DELIVERY("shipment.out_for_delivery", ShipmentStatus.OUT_FOR_DELIVERY),
    DELIVERED("shipment.delivered", ShipmentStatus.DELIVERED),
    FAILURE("shipment.failure", ShipmentStatus.FAILED),
    RETURN_TO_SENDER("shipment.return_to_sender", ShipmentStatus.RETURN_TO_SENDER),
    RETURN_RECEIVED("return.received", null);

    private final String wireName;
    private final @Nullable ShipmentStatus status;

    CarrierEventType(String wireName, @Nullable ShipmentStatus status) {
        this.wireName = wireName;
        this.status = status;
    }

    static Optional<CarrierEventType> of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return wireName;
    }

    /** Returns the status of a shipment after the event; empty if the event is about returned goods. */
    Optional<ShipmentStatus> status() {
        return Optional.ofNullable(status);
    }
}
