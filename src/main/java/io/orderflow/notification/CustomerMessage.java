package io.orderflow.notification;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import java.util.Locale;

/**
 * A message to a customer.
 *
 * @param order the order it is about; not null
 * @param customer whom to tell; not null
 * @param locale the customer's language: Korean, or English for any other; not null
 * @param topic what to tell, such as {@code order-shipped}: a key of {@code notifications.properties}; not null
 * @param occasion tells apart what is told about a topic more than once: how often it has happened, such as 2 for the
 *     second shipment; at least 0
 * @param facts what the text names beside the order; not null
 * @throws IllegalArgumentException when a part is missing or out of range
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
