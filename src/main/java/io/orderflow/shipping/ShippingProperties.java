package io.orderflow.shipping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module.
 *
 * @param carrier who carries the parcels
 * @param simulated how the simulated carrier behaves
 * @param unknownAfter how long an event waits for its shipment to be booked before it counts as unknown
 */
@ConfigurationProperties("orders.shipping")
record ShippingProperties(@DefaultValue("simulated") Provider carrier, @DefaultValue Simulated simulated,
        @DefaultValue("P14D") Duration unknownAfter) {

    enum Provider { SIMULATED, MANUAL }

    /**
     * @param autoProgress whether its parcels ship and arrive by themselves
     * @param step the time between two steps of a parcel
     */
    record Simulated(@DefaultValue("false") boolean autoProgress, @DefaultValue("PT2S") Duration step) {}
}
