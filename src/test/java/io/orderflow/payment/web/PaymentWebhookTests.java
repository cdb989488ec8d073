package io.orderflow.payment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.orderflow.payment.PaymentService;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.UnfitSetting;
import io.orderflow.web.StandaloneApi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class PaymentWebhookTests {

    private static final String SECRET = "Zm9v-YmFy_2026.x~";
    private static final OrderNumber ORDER = new OrderNumber("ORD-20261122-A3F8K2M9");
    private static final String CHANGED = """
            {"eventType": "PAYMENT_STATUS_CHANGED", "createdAt": "2026-11-22T09:15:30", "data": {"mId": "tosspayments",
             "paymentKey": "tviva20261122091530pIlD7", "orderId": "ORD-20261122-A3F8K2M9", "status": "DONE", "new": [1]}}""";

    private final PaymentService payments = mock(PaymentService.class);

    @Test
    void passesAHintOn() throws Exception {
        MockHttpServletResponse answer = send(SECRET, SECRET, CHANGED);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEmpty();
        verify(payments).hint(ORDER);
        verifyNoMoreInteractions(payments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"eventType\": \"SOMETHING_NEW\"}",
                "{\"eventType\": 1, \"data\": {}}",
                "{\"data\": null}",
                "{\"data\": []}",
                "{\"data\": \"ORD-20261122-A3F8K2M9\"}",
                "{\"data\": {\"orderId\": null}}",
                "{\"data\": {\"orderId\": 123456789}}",
                "{\"data\": {\"orderId\": \"x\"}}",
                "{\"data\": {\"orderId\": \"ORD 20261122'--\"}}",
                "{\"data\": {\"orderId\": {\"a\": 1}}}"
            })
    void ignoresWhatNamesNoOrder(String body) throws Exception {
        assertThat(send(SECRET, SECRET, body).getStatus()).isEqualTo(200);

        verifyNoInteractions(payments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "[]", "\"x\"", "orderId=ORD-20261122-A3F8K2M9", "<xml/>", "{} {}", "\u0000"})
    void refusesWhatIsNoJsonObject(String body) throws Exception {
        MockHttpServletResponse answer = send(SECRET, SECRET, body);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("UNPROCESSABLE");
        verifyNoInteractions(payments);
    }

    @Test
    void refusesAHugeBody() throws Exception {
        assertThat(send(SECRET, SECRET, CHANGED + " ".repeat(64 * 1024)).getStatus())
                .isEqualTo(422);

        verifyNoInteractions(payments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another", "Zm9v-YmFy_2026.x", "Zm9v-YmFy_2026.x~~", "zm9v-YmFy_2026.x~", "ä"})
    void isNotThereUnderAnotherSecret(String given) throws Exception {
        MockHttpServletResponse answer = send(SECRET, given, CHANGED);

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("NOT_FOUND");
        verifyNoInteractions(payments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void isNotThereWithoutASecret(String configured) throws Exception {
        assertThat(send(configured, "any", CHANGED).getStatus()).isEqualTo(404);
        assertThat(secret(configured).is("")).isFalse();

        verifyNoInteractions(payments);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with/a/slash/in/it",
                "with a space in it",
                "with%25percent%25",
                "with?a=query&b=c",
                "ääääääääääääääää",
                "x",
                "fifteen-letters"
            })
    void secretThatFitsNoAddressOrIsShortIsRefusedAtTheStart(String configured) {
        assertThatThrownBy(() -> secret(configured))
                .isInstanceOf(UnfitSetting.class)
                .hasMessageContaining("orders.webhook.payment-secret")
                .hasMessageNotContaining(configured);
    }

    @Test
    void oldAndNewSecretCountWhileOneReplacesTheOther() {
        PaymentWebhookSecret both = secret("the-old-one-of-2025", "the-new-one-of-2026");

        assertThat(both.is("the-old-one-of-2025")).isTrue();
        assertThat(both.is("the-new-one-of-2026")).isTrue();
        assertThat(both.is("the-old-one-of-2025,the-new-one-of-2026")).isFalse();
        assertThatThrownBy(() -> secret("the-old-one-of-2025", "with/slash-and-more"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static PaymentWebhookSecret secret(String... configured) {
        return new PaymentWebhookSecret(new PaymentSecrets(List.of(configured)));
    }

    private MockHttpServletResponse send(String configured, String given, String body) throws Exception {
        PaymentWebhook webhook = new PaymentWebhook(secret(configured), payments);
        return StandaloneApi.of(webhook)
                .perform(post("/webhooks/payments/{secret}", given).content(body))
                .andReturn()
                .getResponse();
    }
}
