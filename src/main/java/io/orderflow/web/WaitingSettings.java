package io.orderflow.web;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param waitingRequests how many requests may wait for an outcome at a time, their own or that of another under the
 *     same idempotency key; a further one is answered at once
 */
@ConfigurationProperties("orders")
public record WaitingSettings(@DefaultValue("120") int waitingRequests) {

    public WaitingSettings {
        UnfitSetting.unless(waitingRequests >= 0, "orders.waiting-requests", "must not be negative");
    }
}
