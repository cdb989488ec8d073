package io.orderflow.payment.toss;

import io.orderflow.shared.OrderNumber;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The path and query of a request to Toss Payments.
 *
 * @param value the path and query that are sent
 * @param shown the same for the log, with the payment key masked
 */
record TossPath(String value, String shown) {

    private static final int SHOWN_LETTERS = 4;
    private static final String PAYMENTS = "/v1/payments/";

    static final TossPath CONFIRM = plain(PAYMENTS + "confirm");

    static TossPath payment(String paymentKey) {
        return new TossPath(PAYMENTS + encode(paymentKey), PAYMENTS + mask(paymentKey));
    }

    static TossPath order(OrderNumber order) {
        return plain(PAYMENTS + "orders/" + order);
    }

    static TossPath cancel(String paymentKey) {
        TossPath payment = payment(paymentKey);
        return new TossPath(payment.value + "/cancel", payment.shown + "/cancel");
    }

    /** @param query the query, with its values URL-encoded */
    static TossPath transactions(String query) {
        return plain("/v1/transactions?" + query);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Returns the last letters of a payment key: enough to tell two keys apart in a log, and too few to use the key.
     */
    static String mask(@Nullable String paymentKey) {
        String key = paymentKey == null ? "" : paymentKey;
        String shown = key.length() < 4 * SHOWN_LETTERS ? "" : key.substring(key.length() - SHOWN_LETTERS);
        return "***" + shown.replaceAll("[^!-~]", "?");
    }

    private static TossPath plain(String value) {
        return new TossPath(value, value);
    }
}
