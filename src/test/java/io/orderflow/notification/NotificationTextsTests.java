package io.orderflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTextsTests {

    private static final OrderNumber ORDER = new OrderNumber("ORD-20261122-A3F8K2M9");

    private final NotificationTexts texts = new NotificationTexts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-confirmed",
                "order-shipped",
                "order-delivered",
                "order-cancelled",
                "order-expired",
                "coupon-refused",
                "payment-declined",
                "order-refunded",
                "out-of-stock",
                "order-returned",
                "return-rejected",
                "shipping-failed",
                "return-refunded",
                "refund-delayed"
            })
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
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(korean.getString(key)).isNotEqualTo(english.getString(key)));
        assertThat(korean.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void namesAmountsInWon() {
        assertThat(texts.body(about("order-refunded", Locale.US))).contains("160,200 won");
        assertThat(texts.body(about("order-refunded", Locale.KOREA))).contains("160,200원");
    }

    @Test
    void sayWhereToSendGoodsAndByWhen() {
        var facts = MessageFacts.of("1 Mapo-daero, Seoul {1}", LocalDate.of(2026, 12, 10));

        assertThat(texts.body(about("return-approved", Locale.ENGLISH, facts)))
                .contains("by December 10, 2026 to: 1 Mapo-daero, Seoul {1}");
        assertThat(texts.body(about("return-approved", Locale.KOREAN, facts)))
                .contains("2026년 12월 10일까지", "1 Mapo-daero");
    }

    @Test
    void sayThatTheAddressIsToldByOtherMeans() {
        var facts = MessageFacts.of(null, LocalDate.of(2026, 12, 10));

        assertThat(texts.body(about("return-approved", Locale.ENGLISH, facts)))
                .contains("December 10, 2026", "customer service");
        assertThat(texts.body(about("return-approved", Locale.KOREAN, facts))).contains("2026년 12월 10일까지", "고객센터");
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-refunded", "return-refunded", "order-returned"})
    void claimTheMeansOfPaymentOnlyWhereTheMoneyWentThere(String topic) {
        var otherwise = MessageFacts.ofOtherwise(Money.won(160_200));
        var nothing = MessageFacts.of(Money.ZERO);

        assertThat(texts.body(about(topic, Locale.ENGLISH))).contains("160,200 won", "to your means of payment");
        assertThat(texts.body(about(topic, Locale.KOREAN))).contains("160,200원", "결제하신 수단으로");
        assertThat(texts.body(about(topic, Locale.ENGLISH, otherwise)))
                .contains("160,200 won")
                .doesNotContain("means of payment");
        assertThat(texts.body(about(topic, Locale.KOREAN, otherwise)))
                .contains("160,200원")
                .doesNotContain("수단");
        assertThat(texts.body(about(topic, Locale.ENGLISH, nothing)))
                .doesNotContain("won", "means of payment", "we refunded");
        assertThat(texts.body(about(topic, Locale.KOREAN, nothing))).doesNotContain("0원", "수단", "환불했습니다");
    }

    @Test
    void topicWithoutATextForTheVariantIsToldByItsPlainOne() {
        assertThat(texts.body(about("refund-delayed", Locale.ENGLISH, MessageFacts.of(Money.ZERO))))
                .contains("0 won");
    }

    @Test
    void anyOtherLanguageIsEnglish() {
        assertThat(texts.subject(about("order-shipped", Locale.FRENCH)))
                .isEqualTo(texts.subject(about("order-shipped", Locale.ENGLISH)));
    }

    @Test
    void refusesUnknownTopic() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.subject(about("weather", Locale.KOREAN)))
                .withMessageContaining("weather");
    }

    @Test
    void refusesMissingAmount() {
        var message = new CustomerMessage(ORDER, new CustomerId("alice"), Locale.ENGLISH, "order-refunded", 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.body(message))
                .withMessageContaining("amount");
    }

    @Test
    void refusesMissingDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> texts.body(about("return-approved", Locale.KOREAN, MessageFacts.of(Money.won(1)))))
                .withMessageContaining("a day");
    }

    private static CustomerMessage about(String topic, Locale locale) {
        return about(topic, locale, MessageFacts.of(Money.won(160_200)));
    }

    private static CustomerMessage about(String topic, Locale locale, MessageFacts facts) {
        return new CustomerMessage(ORDER, new CustomerId("alice"), locale, topic, 0, facts);
    }
}
