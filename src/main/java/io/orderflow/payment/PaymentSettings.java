package io.orderflow.payment;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orders.payment}.
 *
 * @param gateway which gateway moves the money
 * @param retry how long to wait before each further try of a call whose outcome is unknown
 */
@ConfigurationProperties("orders.payment")
public record PaymentSettings(@DefaultValue("simulated") String gateway,
        @DefaultValue({"PT1S", "PT5S", "PT30S", "PT2M", "PT10M"}) List<Duration> retry) {

    public PaymentSettings {
        if (!gateway.equals("simulated")) {
            throw new IllegalArgumentException("orders.payment.gateway must be simulated, was " + gateway);
        }
        retry = List.copyOf(retry);
    }
}
