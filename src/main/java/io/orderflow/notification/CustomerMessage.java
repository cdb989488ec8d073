package io.orderflow.notification;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.util.Locale;

/**
 * Something to tell a customer.
 *
 * @param order the order it is about; not null
 * @param customer whom to tell; not null
 * @param locale the customer's language: Korean, or English for any other; not null
 * @param topic what to tell, such as {@code order-shipped}: a key of {@code notifications.properties}; not null
 * @param occasion tells apart what is told about a topic more than once, such as the second shipment; at least 0
 * @param amount the won that the text names, or null for a topic whose text names none
 * @throws IllegalArgumentException when a part is missing or out of range
 */
public record CustomerMessage(OrderNumber order, CustomerId customer, Locale locale, String topic, int occasion,
        Money amount) {

    public CustomerMessage {
        if (order == null || customer == null || locale == null || topic == null || occasion < 0) {
            throw new IllegalArgumentException("not a message: needs order, customer, locale, topic and an occasion from 0");
        }
    }

    /** A message whose text names no amount. */
    public CustomerMessage(OrderNumber order, CustomerId customer, Locale locale, String topic, int occasion) {
        this(order, customer, locale, topic, occasion, null);
    }
}
