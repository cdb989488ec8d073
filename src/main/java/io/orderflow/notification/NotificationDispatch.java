package io.orderflow.notification;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The dispatch of waiting messages. For now a message is sent as a log line without personal data, which an e-mail
 * provider could replace. A batch is sent and marked as sent in one transaction, so that a crash in between sends it
 * again.
 */
@Component
class NotificationDispatch {

    private static final Logger log = LoggerFactory.getLogger(NotificationDispatch.class);
    private static final int BATCH = 100;
    private static final int MOST_BATCHES = 50;

    private final Notifications notifications;
    private final TransactionOperations transactions;
    private final Clock clock;

    NotificationDispatch(Notifications notifications, TransactionOperations transactions, Clock clock) {
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends every waiting message. Safe to call at any time, from several threads and on several nodes. */
    @Scheduled(fixedDelay = 2000)
    void sendWaiting() {
        int sent = BATCH;
        for (int batch = 0; sent == BATCH && batch < MOST_BATCHES; batch++) {
            sent = transactions.execute(status -> sendBatch());
        }
    }

    private int sendBatch() {
        List<Notification> waiting = notifications.lockUnsent(BATCH);
        if (!waiting.isEmpty()) {
            waiting.forEach(it -> log.info("Told the customer of order {}: {}", it.orderNumber(), it.topic()));
            notifications.stampSent(waiting, clock.instant());
        }
        return waiting.size();
    }
}
