package io.orderflow.shipping;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders.shipping}.
 *
 * @param carrier the carrier that is used
 * @param simulated the settings of the simulated carrier
 * @param unknownAfter how long a carrier event waits for its shipment before it counts as unknown
 * @param retry the waits before the further attempts of a request whose outcome is unknown; if empty, there is one
 *     attempt
 * @param lanes the number of first bookings that a node asks a carrier about at a time, if the carrier does not answer
 *     at once; further attempts and recalls have a quarter as many lanes of their own
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
     * The settings of the simulated carrier.
     *
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
