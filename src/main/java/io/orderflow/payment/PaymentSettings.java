package io.orderflow.payment;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders.payment}.
 *
 * @param gateway the gateway that moves the money: {@code simulated} or {@code toss}
 * @param retry the waits before the further attempts of a request whose outcome is unknown; if empty, there is one
 *     attempt
 * @param lanes the number of charges that a node asks the gateway about at a time; look-ups and refunds have a quarter
 *     as many lanes of their own
 */
@ConfigurationProperties("orders.payment")
public record PaymentSettings(
        @DefaultValue("simulated") String gateway,

        @DefaultValue({"PT1S", "PT5S", "PT30S", "PT2M", "PT10M"})
        List<Duration> retry,

        @DefaultValue("150") int lanes) {

    private static final Set<String> GATEWAYS = Set.of("simulated", "toss");

    public PaymentSettings {
        UnfitSetting.unless(GATEWAYS.contains(gateway), "orders.payment.gateway", "must be simulated or toss");
        UnfitSetting.unless(lanes > 0, "orders.payment.lanes", "must be at least 1");
        retry.forEach(wait -> UnfitSetting.unlessPositive(wait, "orders.payment.retry"));
        retry = List.copyOf(retry);
    }
}
