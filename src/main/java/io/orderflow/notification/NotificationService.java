package io.orderflow.notification;

import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service that tells customers what happens to their orders. */
@Service
public class NotificationService {

    private final NotificationTexts texts;
    private final Notifications notifications;
    private final Clock clock;

    NotificationService(NotificationTexts texts, Notifications notifications, Clock clock) {
        this.texts = texts;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * Keeps a message with the surrounding transaction; it is sent soon after that has committed, and never if it rolls
     * back. A repeated call for the same order, topic and occasion has no effect.
     *
     * @param message what to tell whom
     * @throws IllegalArgumentException when there is no text for the topic, or its text names what the message does not
     *     tell
     */
    @Transactional
    public void tell(CustomerMessage message) {
        String subject = texts.subject(message);
        String body = texts.body(message);
        notifications.keep(message, NotificationTexts.languageOf(message.locale()), subject, body, clock.instant());
    }

    /** Every message about the order, oldest first, sent or still waiting; empty when there is none. */
    public List<Notification> ofOrder(OrderNumber order) {
        return notifications.ofOrder(order);
    }
}
