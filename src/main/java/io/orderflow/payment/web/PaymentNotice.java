package io.orderflow.payment.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.shared.OrderNumber;
import java.io.IOException;
import java.util.Optional;

/**
 * A webhook of the payment gateway. It is not signed, so it is only a hint that something may have happened to an
 * order's payment; nothing else in it is read.
 *
 * @param order empty if it names no order, or something that is not an order number of ours
 */
record PaymentNotice(Optional<OrderNumber> order) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws IllegalArgumentException if the body is no JSON object */
    static PaymentNotice read(byte[] body) {
        JsonNode order = parse(body).path("data").path("orderId");
        return new PaymentNotice(order.isTextual() ? orderNumber(order.textValue()) : Optional.empty());
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode notice = JSON.readTree(body);
            if (notice.isObject()) {
                return notice;
            }
        } catch (IOException e) {
            // The exception is dropped, because its message quotes the body.
        }
        throw new IllegalArgumentException("the body is no JSON object");
    }

    private static Optional<OrderNumber> orderNumber(String told) {
        try {
            return Optional.of(new OrderNumber(told));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
