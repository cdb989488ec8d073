package io.orderflow.shipping;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this module.
 *
 * @param carrier who carries the parcels
 * @param simulated how the simulated carrier behaves
 * @param unknownAfter how long an event waits for its shipment to be booked before it counts as unknown
 * @param retry how long to wait before each further try of a call to the carrier whose outcome is unknown; none: a
 *     single try
 * @param lanes how many bookings a node asks a carrier elsewhere for at a time; a quarter as many further tries and
 *     recalls beside them
 */
@ConfigurationProperties("orders.shipping")
public record ShippingProperties(
        @DefaultValue("simulated") Provider carrier,
        @DefaultValue Simulated simulated,
        @DefaultValue("P14D") Duration unknownAfter,

        @DefaultValue({"PT1S", "PT5S", "PT30S", "PT2M", "PT10M"})
        List<Duration> retry,

        @DefaultValue("50") int lanes) {

    public ShippingProperties {
        UnfitSetting.unless(lanes > 0, "orders.shipping.lanes", "must be at least 1");
        retry.forEach(wait -> UnfitSetting.unlessPositive(wait, "orders.shipping.retry"));
        UnfitSetting.unlessPositive(unknownAfter, "orders.shipping.unknown-after");
        retry = List.copyOf(retry);
    }

    public enum Provider {
        SIMULATED,
        MANUAL
    }

    /**
     * @param autoProgress whether its parcels ship and arrive by themselves
     * @param step the time between two steps of a parcel
     */
    public record Simulated(
            @DefaultValue("false") boolean autoProgress,
            @DefaultValue("PT2S") Duration step) {

        public Simulated {
            UnfitSetting.unlessPositive(step, "orders.shipping.simulated.step");
        }
    }
}
