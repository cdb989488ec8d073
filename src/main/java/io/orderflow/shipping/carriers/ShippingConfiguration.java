package io.orderflow.shipping.carriers;

import io.orderflow.shipping.Carrier;
import io.orderflow.shipping.ShippingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The configuration that creates the carrier that {@code orders.shipping.carrier} chooses. */
@Configuration(proxyBeanMethods = false)
class ShippingConfiguration {

    @Bean
    Carrier carrier(ShippingProperties properties) {
        return switch (properties.carrier()) {
            case SIMULATED -> new SimulatedCarrier();
            case MANUAL -> new ManualCarrier();
        };
    }
}
