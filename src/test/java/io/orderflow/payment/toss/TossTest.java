package io.orderflow.payment.toss;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentGateway.Charge;
import io.orderflow.payment.PaymentGateway.Refund;
import io.orderflow.payment.RefundId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** The gateway of Toss Payments against a server of ours that answers as Toss does, or as nobody should. */
abstract class TossTest {

    /** Who is not interested in how long connecting takes has time, on a busy machine too. */
    private static final Duration LONG_TO_CONNECT = Duration.ofSeconds(30);

    static final String SECRET = "test_sk_4yKeq5bgrpWk4XYdDoBxVGX0lzW6";
    static final String BASIC = "Basic dGVzdF9za180eUtlcTViZ3JwV2s0WFlkRG9CeFZHWDBselc2Og==";
    static final String KEY = "tviva20261122091530pIlD7";
    static final String CARD = "43301234****123*";
    static final OrderNumber ORDER = new OrderNumber("ORD-20261122-A3F8K2M9");
    static final Instant NOW = Instant.parse("2026-11-22T00:15:30Z");
    static final Instant APPROVED_AT = Instant.parse("2026-11-22T00:15:22Z");
    static final Charge CHARGE = new Charge(ORDER, KEY, Money.won(160_200), "confirm:" + ORDER + ":1");
    static final RefundId REFUND_ID = new RefundId(ORDER + "-R1");
    static final Refund REFUND =
            new Refund(REFUND_ID, ORDER, KEY, Money.won(60_200), Money.won(160_200), "cancel:" + REFUND_ID);
    static final String PAYMENT_PATH = "/v1/payments/" + KEY;
    static final String ORDER_PATH = "/v1/payments/orders/" + ORDER;
    static final String CANCEL_PATH = PAYMENT_PATH + "/cancel";
    static final String CONFIRM_PATH = "/v1/payments/confirm";

    @RegisterExtension
    final WireMockExtension toss = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listenToTheLog() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void logHoldsNoSecrets() {
        root().detachAppender(log);

        assertThat(String.join("\n", logged()))
                .doesNotContain(SECRET)
                .doesNotContain(BASIC.substring(6))
                .doesNotContain(KEY)
                .doesNotContain(CARD);
    }

    List<String> logged() {
        return List.copyOf(log.list).stream()
                .map(it -> it.getLevel() + " " + it.getFormattedMessage()
                        + (it.getThrowableProxy() == null
                                ? ""
                                : " " + it.getThrowableProxy().getMessage()))
                .toList();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    PaymentGateway gateway() {
        return gateway(URI.create(toss.baseUrl()), LONG_TO_CONNECT, Duration.ofSeconds(30));
    }

    PaymentGateway gateway(Duration readTimeout) {
        return gateway(URI.create(toss.baseUrl()), readTimeout);
    }

    static PaymentGateway gateway(URI baseUrl, Duration readTimeout) {
        return gateway(baseUrl, Duration.ofSeconds(1), readTimeout);
    }

    private static PaymentGateway gateway(URI baseUrl, Duration connectTimeout, Duration readTimeout) {
        Clock clock = Clock.fixed(NOW, ZoneId.of("Asia/Seoul"));
        TossSettings settings = new TossSettings(baseUrl, SECRET, connectTimeout, readTimeout);
        return new TossGateway(new TossClient(settings, Map.of()), new TossBreaker(clock), settings, clock);
    }

    /** Answers whatever is asked. */
    void answerAll(ResponseDefinitionBuilder answer) {
        toss.stubFor(any(anyUrl()).willReturn(answer));
    }

    static ResponseDefinitionBuilder error(int status, String code) {
        return jsonResponse(Map.of("code", code, "message", "words about " + code), status);
    }

    static ResponseDefinitionBuilder ok(ObjectNode payment) {
        return jsonResponse(payment.toString(), 200).withHeader("x-tosspayments-trace-id", "3f2a1b9c");
    }

    /** A payment by card, as Toss tells it, with fields that we do not know. */
    static ObjectNode payment(String status) {
        ObjectNode payment = JsonNodeFactory.instance
                .objectNode()
                .put("mId", "tosspayments")
                .put("version", "2022-11-16")
                .put("paymentKey", KEY)
                .put("orderId", ORDER.value())
                .put("status", status)
                .put("totalAmount", 160_200)
                .put("balanceAmount", 160_200)
                .put("currency", "KRW")
                .put("approvedAt", "2026-11-22T09:15:22+09:00")
                .put("somethingNew", true);
        payment.putObject("card").put("number", CARD);
        payment.putNull("cancels").putNull("failure");
        return payment;
    }

    /** The payment after a refund. */
    static ObjectNode cancelled(String status, long balance, ObjectNode... cancels) {
        ObjectNode payment = payment(status).put("balanceAmount", balance);
        payment.putArray("cancels").addAll(List.of(cancels));
        return payment;
    }

    static ObjectNode cancel(String transactionKey, long amount, String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("transactionKey", transactionKey)
                .put("cancelAmount", amount)
                .put("cancelReason", reason)
                .put("cancelStatus", "DONE")
                .put("canceledAt", "2026-11-22T10:00:00+09:00");
    }
}
