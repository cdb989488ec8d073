package io.orderflow.payment.toss;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentGateway.Charge;
import io.orderflow.payment.PaymentGateway.Declined;
import io.orderflow.payment.PaymentGateway.NotDone;
import io.orderflow.payment.PaymentGateway.OurFault;
import io.orderflow.payment.PaymentGateway.Unknown;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real service, in its test mode, for whoever has a test key: {@code TOSS_TEST_SECRET_KEY=test_sk_… ./mvnw test
 * -Dtest=TossSandboxTests}. A charge that succeeds takes a buyer in a browser, so none does here.
 */
@EnabledIfEnvironmentVariable(named = "TOSS_TEST_SECRET_KEY", matches = "test_.+")
class TossSandboxTests {

    private final String run = UUID.randomUUID().toString();
    private final Charge charge =
            new Charge(new OrderNumber("ORD-" + run), "no-such-key-" + run, Money.won(1_000), "confirm:" + run);

    @ParameterizedTest
    @CsvSource({
        "REJECT_CARD_COMPANY, Declined",
        "EXCEED_MAX_DAILY_PAYMENT_COUNT, Declined",
        "NOT_FOUND_PAYMENT_SESSION, Declined",
        "PROVIDER_ERROR, Unknown",
        "FAILED_PAYMENT_INTERNAL_SYSTEM_PROCESSING, Unknown"
    })
    void answersAChargeWithTheCodeThatIsAskedFor(String code, String expected) {
        assertThat(gateway(Map.of("TossPayments-Test-Code", code))
                        .charge(charge)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void knowsNothingOfAPaymentThatNobodyMade() {
        assertThat(gateway(Map.of()).lookUp(charge)).isInstanceOf(NotDone.class);
        assertThat(gateway(Map.of()).standing(charge.order(), charge.paymentKey()))
                .isEmpty();
    }

    @Test
    void chargeOfAPaymentThatNobodyMadeIsNoApproval() {
        assertThat(gateway(Map.of()).charge(charge)).isInstanceOfAny(Declined.class, Unknown.class);
    }

    @Test
    void readsTheTransactionsOfADay() {
        Instant now = Clock.systemUTC().instant();

        assertThat(gateway(Map.of()).movements(now.minus(Duration.ofDays(1)), now))
                .isNotNull();
    }

    @Test
    void wrongKeyIsOurFault() {
        assertThat(gateway("test_sk_wrong", Map.of()).lookUp(charge)).isInstanceOf(OurFault.class);
    }

    private static PaymentGateway gateway(Map<String, String> headers) {
        return gateway(System.getenv("TOSS_TEST_SECRET_KEY"), headers);
    }

    private static PaymentGateway gateway(String secretKey, Map<String, String> headers) {
        TossSettings settings = new TossSettings(
                URI.create("https://api.tosspayments.com"), secretKey, Duration.ofSeconds(3), Duration.ofSeconds(30));
        return new TossGateway(
                new TossClient(settings, headers), new TossBreaker(Clock.systemUTC()), settings, Clock.systemUTC());
    }
}
