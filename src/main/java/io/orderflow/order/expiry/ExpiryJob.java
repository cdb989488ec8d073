package io.orderflow.order.expiry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A job that looks for expired orders. It finds an order that has just expired within a second, and tries one that
 * could not be called off again within a minute.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class ExpiryJob {

    private final ExpirySweep expiry;

    ExpiryJob(ExpirySweep expiry) {
        this.expiry = expiry;
    }

    @Scheduled(initialDelay = 1_000, fixedDelay = 1_000)
    void look() {
        expiry.look();
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 60_000)
    void lookFurther() {
        expiry.lookFurther();
    }
}
