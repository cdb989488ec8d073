package io.orderflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTests {

    private static final Pattern KOREAN = Pattern.compile("[가-힣]");
    private final Properties english = load("/messages.properties");
    private final Properties korean = load("/messages_ko.properties");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRODUCT_NOT_FOUND",
                "ORDER_NOT_FOUND",
                "CUSTOMER_NOT_FOUND",
                "OUT_OF_STOCK",
                "TOTAL_CHANGED",
                "COUPON_NOT_USABLE",
                "COUPON_NOT_FOUND",
                "CASE_NOT_FOUND",
                "GATEWAY_UNAVAILABLE",
                "STOCK_RESERVED",
                "STOCK_OUT_OF_RANGE",
                "PAYMENT_DECLINED",
                "ORDER_STATE",
                "AMOUNT_MISMATCH",
                "CANNOT_CANCEL",
                "RETURN_NOT_POSSIBLE",
                "RETURN_QUANTITY",
                "IDEMPOTENCY_KEY_REUSED",
                "REQUEST_IN_PROGRESS",
                "TOO_MANY_REQUESTS",
                "TOO_MANY_UNPAID_ORDERS",
                "TOO_MANY_UNPAID_PIECES",
                "FORBIDDEN",
                "UNAUTHORIZED",
                "WEBHOOK_SIGNATURE",
                "VALIDATION_FAILED",
                "UNPROCESSABLE",
                "BAD_REQUEST",
                "EXPRESSION_REFUSED",
                "NOT_FOUND",
                "METHOD_NOT_ALLOWED",
                "NOT_ACCEPTABLE",
                "REQUEST_TIMEOUT",
                "PRECONDITION_FAILED",
                "EXPECTATION_FAILED",
                "PAYLOAD_TOO_LARGE",
                "URI_TOO_LONG",
                "HEADERS_TOO_LARGE",
                "UNSUPPORTED_MEDIA_TYPE",
                "TRY_AGAIN",
                "SERVICE_UNAVAILABLE",
                "INTERNAL_ERROR"
            })
    void everyCodeReadsWellInBothLanguages(String code) {
        assertThat(english).containsKeys("problem." + code + ".title", "problem." + code + ".detail");
        assertThat(korean).containsKeys("problem." + code + ".title", "problem." + code + ".detail");
        assertThat(english.getProperty("problem." + code + ".detail")).doesNotContain("{");
        assertThat(korean.getProperty("problem." + code + ".detail")).doesNotContain("{");
    }

    @Test
    void bothLanguagesHaveTheSameMessages() {
        assertThat(korean.keySet()).isEqualTo(english.keySet());
        assertThat(korean.values()).allSatisfy(text -> assertThat((String) text).containsPattern(KOREAN));
        assertThat(english.values())
                .allSatisfy(text ->
                        assertThat((String) text).doesNotContainPattern(KOREAN).doesNotContain("'"));
    }

    private static Properties load(String name) {
        Properties messages = new Properties();
        try (var reader = new InputStreamReader(MessageTests.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            messages.load(reader);
            return messages;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
