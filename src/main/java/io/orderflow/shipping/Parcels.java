package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The store of the parcels that the carrier has booked, each of them once. One statement checks and inserts. */
@Component
public class Parcels {

    private final JdbcTemplate jdbc;
    private final Carrier carrier;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Parcels(JdbcTemplate jdbc, Carrier carrier, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.carrier = carrier;
        this.events = events;
        this.clock = clock;
    }

    /** Stores a parcel and publishes {@link ShipmentBooked}. A repeated call has no effect. */
    public void book(OrderNumber order, int attempt, String trackingNumber) {
        if (keep(shipment(order, attempt, trackingNumber))) {
            events.publishEvent(new ShipmentBooked(order, attempt, carrier.name(), trackingNumber));
        }
    }

    /**
     * Stores a parcel that was called off before its booking was answered, so that carrier events about it do not move
     * it. A repeated call has no effect.
     */
    public void bookInVain(OrderNumber order, int attempt, String trackingNumber) {
        ShipmentTracking shipment = shipment(order, attempt, trackingNumber);
        shipment.cancel();
        keep(shipment);
    }

    private ShipmentTracking shipment(OrderNumber order, int attempt, String trackingNumber) {
        return new ShipmentTracking(
                order, attempt, carrier.name(), trackingNumber, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Inserts the shipment unless there is one of its reference; returns whether it did. The sub-query takes the
     * reference from the new row, because H2 caches the result of a sub-query that depends on no row.
     */
    private boolean keep(ShipmentTracking shipment) {
        return 1 == jdbc.update("""
                insert into shipment (reference, order_number, attempt, carrier, tracking_number, status, booked_at, version)
                select booked.*, 0 from (select cast(? as varchar(80)) as reference, cast(? as varchar(64)) as order_number,
                cast(? as integer) as attempt, cast(? as varchar(40)) as carrier, cast(? as varchar(100)) as tracking_number,
                cast(? as varchar(30)) as status, cast(? as timestamp(3) with time zone) as booked_at) booked
                where not exists (select 1 from shipment known where known.reference = booked.reference)""", shipment.columns());
    }
}
