package io.orderflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTextsTests {

    private static final OrderNumber ORDER = new OrderNumber("ORD-20261122-A3F8K2M9");

    private final NotificationTexts texts = new NotificationTexts();

    @ParameterizedTest
    @ValueSource(strings = {"order-confirmed", "order-shipped", "order-delivered", "order-cancelled", "order-expired",
        "coupon-refused", "payment-declined", "order-refunded", "out-of-stock", "order-returned", "return-rejected",
        "shipping-failed"})
    void everyTopicReadsWellInBothLanguages(String topic) {
        String english = texts.subject(about(topic, Locale.ENGLISH)) + " " + texts.body(about(topic, Locale.ENGLISH));
        String korean = texts.subject(about(topic, Locale.KOREAN)) + " " + texts.body(about(topic, Locale.KOREAN));

        assertThat(english).contains(ORDER.value()).isASCII().doesNotContain("{", "}");
        assertThat(korean).contains(ORDER.value()).matches("(?s).*[가-힣].*").doesNotContain("{", "}");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var english = ResourceBundle.getBundle("notifications", Locale.ROOT, noFallback);
        var korean = ResourceBundle.getBundle("notifications", Locale.KOREAN, noFallback);

        assertThat(korean.getLocale()).isEqualTo(Locale.KOREAN);
        assertThat(english.keySet()).allSatisfy(key -> assertThat(korean.getString(key)).isNotEqualTo(english.getString(key)));
        assertThat(korean.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void namesAmountsInWon() {
        assertThat(texts.body(about("order-refunded", Locale.US))).contains("160,200 won");
        assertThat(texts.body(about("order-refunded", Locale.KOREA))).contains("160,200원");
    }

    @Test
    void anyOtherLanguageIsEnglish() {
        assertThat(texts.subject(about("order-shipped", Locale.FRENCH)))
                .isEqualTo(texts.subject(about("order-shipped", Locale.ENGLISH)));
    }

    @Test
    void refusesUnknownTopic() {
        assertThatIllegalArgumentException().isThrownBy(() -> texts.subject(about("weather", Locale.KOREAN)))
                .withMessageContaining("weather");
    }

    @Test
    void refusesMissingAmount() {
        var message = new CustomerMessage(ORDER, new CustomerId("alice"), Locale.ENGLISH, "order-refunded", 0);

        assertThatIllegalArgumentException().isThrownBy(() -> texts.body(message)).withMessageContaining("amount");
    }

    private static CustomerMessage about(String topic, Locale locale) {
        return new CustomerMessage(ORDER, new CustomerId("alice"), locale, topic, 0, Money.won(160_200));
    }
}
