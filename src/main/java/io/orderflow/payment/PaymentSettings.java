package io.orderflow.payment;

import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orders.payment}.
 *
 * @param gateway which gateway moves the money
 * @param retry how long to wait before each further try of a call whose outcome is unknown; none: a single try
 * @param lanes how many charges a node asks the gateway for at a time; a quarter as many look-ups and refunds beside
 *     them
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
