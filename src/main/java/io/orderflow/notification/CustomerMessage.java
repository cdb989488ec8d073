package io.orderflow.notification;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import java.util.Locale;

/**
 * A message to a customer.
 *
 * @param order the order that it is about
 * @param customer the customer who gets it
 * @param locale the customer's language: Korean, or English for any other
 * @param topic the topic, such as {@code order-shipped}, which is a key of {@code notifications.properties}
 * @param occasion how often the thing has happened, such as 2 for the second shipment; at least 0. It distinguishes
 *     several messages about one topic
 * @param facts the facts that the text names beside the order
 * @throws IllegalArgumentException if a part is missing or out of range
 */
public record CustomerMessage(
        OrderNumber order, CustomerId customer, Locale locale, String topic, int occasion, MessageFacts facts) {

    public CustomerMessage {
        if (order == null || customer == null || locale == null || topic == null || occasion < 0 || facts == null) {
            throw new IllegalArgumentException(
                    "not a message: needs order, customer, locale, topic, facts and an occasion from 0");
        }
    }

    /** Makes a message whose text names only the order. */
    public CustomerMessage(OrderNumber order, CustomerId customer, Locale locale, String topic, int occasion) {
        this(order, customer, locale, topic, occasion, MessageFacts.NONE);
    }
}
