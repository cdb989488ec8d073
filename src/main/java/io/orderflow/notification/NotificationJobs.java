package io.orderflow.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A job that sends waiting messages every two seconds. */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class NotificationJobs {

    private final NotificationDispatch dispatch;

    NotificationJobs(NotificationDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Scheduled(fixedDelay = 2000)
    void sendWaiting() {
        dispatch.sendWaiting();
    }
}
