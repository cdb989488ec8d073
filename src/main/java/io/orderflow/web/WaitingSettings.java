package io.orderflow.web;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The setting of waiting requests.
 *
 * @param waitingRequests the number of requests that may wait at a time for another request under the same idempotency
 *     key, 0 or more; a further request is answered at once
 */
@ConfigurationProperties("orders")
public record WaitingSettings(@DefaultValue("120") int waitingRequests) {

    public WaitingSettings {
        UnfitSetting.unless(waitingRequests >= 0, "orders.waiting-requests", "must not be negative");
    }
}
