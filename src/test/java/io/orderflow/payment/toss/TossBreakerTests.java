package io.orderflow.payment.toss;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.orderflow.TestClock;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentGateway.Approved;
import io.orderflow.payment.PaymentGateway.NotAsked;
import io.orderflow.payment.PaymentGateway.Refunded;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When charges are cut off, and when they come back. */
class TossBreakerTests extends TossTest {

    private final TestClock clock = new TestClock(NOW);
    private TossBreaker breaker;
    private PaymentGateway gateway;

    @BeforeEach
    void gatewayOfASetClock() {
        TossSettings settings =
                new TossSettings(URI.create(toss.baseUrl()), SECRET, Duration.ofSeconds(1), Duration.ofSeconds(5));
        breaker = new TossBreaker(clock);
        gateway = new TossGateway(new TossClient(settings, Map.of()), breaker, settings, clock);
    }

    static Stream<ResponseDefinitionBuilder> trouble() {
        return Stream.of(
                error(500, "FAILED_INTERNAL_SYSTEM_PROCESSING"),
                aResponse().withStatus(503),
                error(429, "TOO_MANY_REQUESTS"),
                aResponse().withStatus(200).withBody("<html>"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @ParameterizedTest
    @MethodSource("trouble")
    void troubleCutsChargesOff(ResponseDefinitionBuilder answer) {
        charges(answer, TossBreaker.WINDOW);

        assertThat(gateway.takesCharges()).isFalse();
        assertThat(gateway.charge(CHARGE)).isInstanceOf(NotAsked.class);
        toss.verify(TossBreaker.WINDOW, postRequestedFor(urlEqualTo(CONFIRM_PATH)));
    }

    static Stream<ResponseDefinitionBuilder> noTrouble() {
        return Stream.of(
                error(403, "REJECT_CARD_COMPANY"),
                error(401, "UNAUTHORIZED_KEY"),
                ok(payment("WAITING_FOR_DEPOSIT")),
                ok(payment("DONE").put("totalAmount", 1)),
                error(400, "SOMETHING_NEW"),
                error(409, "IDEMPOTENT_REQUEST_PROCESSING"));
    }

    @ParameterizedTest
    @MethodSource("noTrouble")
    void answersThatAreNotLikedCutNothingOff(ResponseDefinitionBuilder answer) {
        charges(answer, 2 * TossBreaker.WINDOW);

        assertThat(gateway.takesCharges()).isTrue();
        toss.verify(2 * TossBreaker.WINDOW, postRequestedFor(urlEqualTo(CONFIRM_PATH)));
    }

    @Test
    void halfOfTheLastTwentyMustFail() {
        charges(ok(payment("DONE")), TossBreaker.WINDOW / 2);
        charges(error(500, "X"), TossBreaker.WINDOW / 2 - 1);
        boolean before = gateway.takesCharges();
        charges(error(500, "X"), 1);

        assertThat(before).isTrue();
        assertThat(gateway.takesCharges()).isFalse();
    }

    @Test
    void lookUpsAndRefundsAreNeitherCountedNorCutOff() {
        toss.stubFor(get(PAYMENT_PATH).willReturn(error(500, "X")));
        IntStream.range(0, TossBreaker.WINDOW).forEach(i -> gateway.lookUp(CHARGE));
        boolean afterLookUps = gateway.takesCharges();
        charges(error(500, "X"), TossBreaker.WINDOW);
        toss.stubFor(get(PAYMENT_PATH).willReturn(ok(payment("DONE"))));
        toss.stubFor(post(CANCEL_PATH)
                .willReturn(ok(cancelled("PARTIAL_CANCELED", 100_000, cancel("TX-1", 60_200, "Refund " + REFUND_ID)))));

        assertThat(afterLookUps).isTrue();
        assertThat(gateway.takesCharges()).isFalse();
        assertThat(gateway.lookUp(CHARGE)).isInstanceOf(Approved.class);
        assertThat(gateway.refund(REFUND)).isInstanceOf(Refunded.class);
    }

    @Test
    void takesChargesAgainWhenItsTimeIsOverThoughNobodyAsked() {
        charges(error(500, "X"), TossBreaker.WINDOW);

        clock.advance(TossBreaker.OPEN_FOR);
        assertThat(gateway.takesCharges()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(gateway.takesCharges()).isTrue();
    }

    @Test
    void closesAfterAFewGoodCharges() {
        charges(error(500, "X"), TossBreaker.WINDOW);
        clock.advance(TossBreaker.OPEN_FOR.plusMillis(1));

        charges(ok(payment("DONE")), TossBreaker.PROBES);
        charges(error(500, "X"), TossBreaker.WINDOW - 1);

        assertThat(gateway.takesCharges()).isTrue();
        assertThat(logged())
                .filteredOn(line -> line.contains("circuit breaker"))
                .containsExactly(
                        "WARN Toss charges: the circuit breaker is OPEN now, it was CLOSED",
                        "WARN Toss charges: the circuit breaker is HALF_OPEN now, it was OPEN",
                        "WARN Toss charges: the circuit breaker is CLOSED now, it was HALF_OPEN");
    }

    @Test
    void staysOpenForAsLongAgainWhenTheFewFail() {
        charges(error(500, "X"), TossBreaker.WINDOW);
        clock.advance(TossBreaker.OPEN_FOR.plusMillis(1));

        charges(error(500, "X"), TossBreaker.PROBES);

        assertThat(gateway.takesCharges()).isFalse();
        clock.advance(TossBreaker.OPEN_FOR.plusMillis(1));
        assertThat(gateway.takesCharges()).isTrue();
    }

    @Test
    void letsNoMoreThanTheFewThroughAtATime() {
        charges(error(500, "X"), TossBreaker.WINDOW);
        clock.advance(TossBreaker.OPEN_FOR.plusMillis(1));

        assertThat(probeWithin(TossBreaker.PROBES)).isEqualTo("no further one");
        assertThat(gateway.takesCharges()).isTrue();
    }

    /** Asks from within a call, so that so many are under way at the same time. */
    private String probeWithin(int depth) {
        if (depth == 0) {
            boolean refused = !gateway.takesCharges() && gateway.charge(CHARGE) instanceof NotAsked;
            return refused ? "no further one" : "a further one";
        }
        String[] inner = new String[1];
        breaker.ask(() -> {
            inner[0] = probeWithin(depth - 1);
            return new TossAnswer(200, payment("DONE"), null);
        });
        return inner[0];
    }

    private void charges(ResponseDefinitionBuilder answer, int times) {
        toss.stubFor(post(CONFIRM_PATH).willReturn(answer));
        IntStream.range(0, times).forEach(i -> gateway.charge(CHARGE));
    }
}
