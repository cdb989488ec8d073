package io.orderflow.payment.toss;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentGateway.Approved;
import io.orderflow.payment.PaymentGateway.Unknown;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A gateway or a network that fails: never a yes, never a no, never an exception, and never for longer than promised.
 */
class TossGatewayFaultTests extends TossTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private enum Call {
        CHARGE(gateway -> gateway.charge(TossTest.CHARGE)),
        LOOK_UP_CHARGE(gateway -> gateway.lookUp(TossTest.CHARGE)),
        REFUND(gateway -> gateway.refund(TossTest.REFUND)),
        LOOK_UP_REFUND(gateway -> gateway.lookUp(TossTest.REFUND));

        private final Function<PaymentGateway, Object> ask;

        Call(Function<PaymentGateway, Object> ask) {
            this.ask = ask;
        }

        String of(PaymentGateway gateway) {
            Object answer = ask.apply(gateway);
            assertThat(answer).isInstanceOf(Unknown.class);
            return ((Unknown) answer).what();
        }
    }

    static Stream<ResponseDefinitionBuilder> garbage() {
        String payment = payment("DONE").toString();
        return Stream.of(
                aResponse().withStatus(200),
                aResponse().withStatus(200).withBody("<html>Welcome</html>"),
                aResponse().withStatus(200).withBody(payment.substring(0, payment.length() / 2)),
                aResponse().withStatus(200).withBody(payment + payment),
                aResponse().withStatus(200).withBody("\"DONE\""),
                aResponse().withStatus(200).withBody("null"),
                aResponse().withStatus(200).withBody("[]"),
                aResponse().withStatus(200).withBody("{\"totalAmount\": 160200," + payment.substring(1)),
                aResponse().withStatus(200).withBody(new byte[] {(byte) 0xff, 0, 1, 2}),
                aResponse().withStatus(200).withBody("[".repeat(100_000)),
                aResponse().withStatus(201).withBody(payment),
                aResponse().withStatus(204),
                aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                aResponse().withStatus(302).withBody("{\"code\": \"REJECT_CARD_COMPANY\"}"),
                aResponse().withStatus(200).withBody("{\"code\": \"REJECT_CARD_COMPANY\"}"),
                aResponse().withStatus(400).withBody("REJECT_CARD_COMPANY"),
                aResponse().withStatus(401),
                aResponse().withStatus(404).withBody("<html>no such page</html>"),
                aResponse().withStatus(429).withBody("slow down"),
                aResponse().withStatus(500),
                aResponse().withStatus(502).withBody("<html>bad gateway</html>"),
                aResponse().withStatus(503).withBody("{\"error\": {\"code\": \"REJECT_CARD_COMPANY\"}}"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
                aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    }

    static Stream<Arguments> everyCallWithGarbage() {
        return garbage().flatMap(answer -> Stream.of(Call.values()).map(call -> Arguments.of(call, answer)));
    }

    @ParameterizedTest
    @MethodSource("everyCallWithGarbage")
    void garbageIsUnknown(Call call, ResponseDefinitionBuilder answer) {
        answerAll(answer);

        assertThat(call.of(gateway())).isNotBlank().hasSizeLessThan(500);
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void booksAreNotReadFromGarbage(ResponseDefinitionBuilder answer) {
        answerAll(answer);

        assertThatThrownBy(() -> gateway().standing(ORDER, KEY)).isInstanceOf(GatewayUnavailable.class);
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void longAnswerIsGivenUp(Call call) {
        ObjectNode payment = payment("DONE").put("more", "x".repeat(TossClient.LONGEST_ANSWER));
        answerAll(ok(payment));

        assertThat(call.of(gateway())).contains("no answer");
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void lateAnswerIsUnknownInTime(Call call) {
        answerAll(ok(payment("DONE")).withFixedDelay(6_000));

        assertTimeoutPreemptively(
                Duration.ofSeconds(4), () -> assertThat(call.of(gateway(SHORT))).contains("in time"));
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void dribbledAnswerIsUnknownInTime(Call call) {
        answerAll(ok(payment("DONE")).withChunkedDribbleDelay(20, 6_000));

        assertTimeoutPreemptively(
                Duration.ofSeconds(4), () -> assertThat(call.of(gateway(SHORT))).contains("in time"));
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void noConnectionIsUnknown(Call call) throws IOException {
        LossyServer gone = new LossyServer(LossyServer.Loss.CLOSED);
        URI nobody = gone.address();
        gone.close();

        assertThat(call.of(gateway(nobody, Duration.ofSeconds(5)))).contains("ConnectException");
    }

    static Stream<Arguments> everyWayToLoseAnAnswer() {
        return Stream.of(Call.CHARGE, Call.REFUND)
                .flatMap(call -> Stream.of(LossyServer.Loss.values()).map(loss -> Arguments.of(call, loss)));
    }

    @ParameterizedTest
    @MethodSource("everyWayToLoseAnAnswer")
    void requestWhoseAnswerIsLostIsSentOnce(Call call, LossyServer.Loss loss) throws Exception {
        try (LossyServer server = new LossyServer(loss)) {
            assertThat(call.of(gateway(server.address(), Duration.ofSeconds(5))))
                    .contains("no answer");

            assertThat(server.requests()).hasSize(1).allMatch(request -> request.startsWith("POST"));
        }
    }

    /** On a connection that was kept open, some clients take the same silence for a reason to send again. */
    @ParameterizedTest
    @EnumSource(LossyServer.Loss.class)
    void requestOnAKeptConnectionIsSentOnceToo(LossyServer.Loss loss) throws Exception {
        try (LossyServer server =
                new LossyServer(loss).answeringFirst(payment("DONE").toString())) {
            PaymentGateway gateway = gateway(server.address(), Duration.ofSeconds(5));

            assertThat(gateway.charge(CHARGE)).isEqualTo(new Approved(APPROVED_AT));
            assertThat(Call.CHARGE.of(gateway)).contains("no answer");

            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void interruptedCallIsUnknownAndStaysInterrupted() {
        answerAll(ok(payment("DONE")).withFixedDelay(6_000));
        Thread.currentThread().interrupt();

        String answer = Call.CHARGE.of(gateway());

        assertThat(answer).contains("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void promisesALookUpAndACallAfterIt() {
        assertThat(List.of(
                        gateway(Duration.ofSeconds(30)).patience(),
                        gateway(Duration.ofSeconds(2)).patience()))
                .containsExactly(Duration.ofSeconds(1 + 10 + 1 + 30 + 5), Duration.ofSeconds(1 + 2 + 1 + 2 + 5));
    }
}
