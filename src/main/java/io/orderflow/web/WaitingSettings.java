package io.orderflow.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param waitingRequests how many requests may wait for an outcome at a time, their own or that of another under the same
 *     idempotency key; a further one is answered at once
 */
@ConfigurationProperties("orders")
public record WaitingSettings(@DefaultValue("120") int waitingRequests) {

    public WaitingSettings {
        if (waitingRequests < 0) {
            throw new IllegalArgumentException("orders.waiting-requests must not be negative, was " + waitingRequests);
        }
    }
}
