package io.orderflow.notification;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message with its text, as the customer reads it.
 *
 * @param orderNumber the order that it is about
 * @param topic the topic
 * @param occasion how often the thing had happened, which distinguishes several messages about one topic
 * @param language {@code en} or {@code ko}
 * @param subject the subject line
 * @param body the text
 * @param createdAt when it was written, with the change that it tells of
 * @param sentAt when it was sent; null while it waits
 */
public record Notification(
        OrderNumber orderNumber,
        String topic,
        int occasion,
        String language,
        String subject,
        String body,
        Instant createdAt,
        @Nullable Instant sentAt) {}
