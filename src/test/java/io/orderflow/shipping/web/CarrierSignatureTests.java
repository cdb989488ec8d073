package io.orderflow.shipping.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.UnfitSetting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Against the test vector of the Standard Webhooks libraries. */
class CarrierSignatureTests {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEWER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIMESTAMP = "1614265330";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final Clock AT_SIGNING =
            Clock.fixed(Instant.ofEpochSecond(Long.parseLong(TIMESTAMP)), ZoneOffset.UTC);

    private final CarrierSignature signature = signatureAfter(Duration.ZERO);

    @Test
    void acceptsTheTestVector() {
        assertThat(signature.isRight(ID, TIMESTAMP, RIGHT, BODY)).isTrue();
    }

    @Test
    void refusesAnotherBody() {
        assertThat(signature.isRight(ID, TIMESTAMP, RIGHT, "{\"test\":2432232314}".getBytes(UTF_8)))
                .isFalse();
    }

    @Test
    void refusesAnotherId() {
        assertThat(signature.isRight("msg_other", TIMESTAMP, RIGHT, BODY)).isFalse();
    }

    @Test
    void refusesAnotherTime() {
        assertThat(signature.isRight(ID, "1614265331", RIGHT, BODY)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "v1,",
                "v1",
                "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,G0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE",
                "v1,한국"
            })
    void refusesWrongOrMissingSignatures(String given) {
        assertThat(signature.isRight(ID, TIMESTAMP, given, BODY)).isFalse();
    }

    @Test
    void acceptsTheRightOneAmongSeveral() {
        String rotated = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= v1a,whatever " + RIGHT;

        assertThat(signature.isRight(ID, TIMESTAMP, rotated, BODY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void acceptsFiveMinutesOff(long seconds) {
        assertThat(signatureAfter(Duration.ofSeconds(seconds)).isRight(ID, TIMESTAMP, RIGHT, BODY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void refusesMoreThanFiveMinutesOff(long seconds) {
        assertThat(signatureAfter(Duration.ofSeconds(seconds)).isRight(ID, TIMESTAMP, RIGHT, BODY))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1614265330", "1614265330.5", "99999999999999999999", "١٦١٤٢٦٥٣٣٠"})
    void refusesTimesThatAreNone(String timestamp) {
        assertThat(signature.isRight(ID, timestamp, RIGHT, BODY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_c2hvcnQ=", "whsec_***"})
    void refusesSecretsOfAnotherShapeWithoutRepeatingThem(String secret) {
        assertThatThrownBy(() -> signatureBy(secret))
                .isInstanceOf(UnfitSetting.class)
                .hasMessageContaining("carrier-secret")
                .hasMessageNotContainingAny("MfKQ9r8", "c2hv");
    }

    @Test
    void knowsWhenThereIsNoSecret() {
        assertThat(signatureBy().hasSecret()).isFalse();
        assertThat(signatureBy("", " ").hasSecret()).isFalse();
        assertThat(signature.hasSecret()).isTrue();
    }

    @Test
    void acceptsOldAndNewSecretWhileOneReplacesTheOther() {
        for (String both : List.of(NEWER + "," + SECRET, SECRET + ", " + NEWER)) {
            assertThat(bound(Map.of("orders.webhook.carrier-secret", both)).isRight(ID, TIMESTAMP, RIGHT, BODY))
                    .isTrue();
        }
        assertThat(bound(Map.of("orders.webhook.carrier-secret[0]", NEWER, "orders.webhook.carrier-secret[1]", SECRET))
                        .isRight(ID, TIMESTAMP, RIGHT, BODY))
                .isTrue();
        assertThat(signatureBy(NEWER).isRight(ID, TIMESTAMP, RIGHT, BODY)).isFalse();
    }

    @Test
    void refusesAWrongSecretBesideARightOne() {
        assertThatThrownBy(() -> signatureBy(SECRET, "whsec_c2hvcnQ="))
                .isInstanceOf(UnfitSetting.class)
                .hasMessageContaining("carrier-secret")
                .hasMessageNotContaining("c2hv");
    }

    private static CarrierSignature bound(Map<String, String> settings) {
        Binder binder = new Binder(new MapConfigurationPropertySource(settings));
        return new CarrierSignature(
                binder.bind("orders.webhook", CarrierSecrets.class).get(), AT_SIGNING);
    }

    private static CarrierSignature signatureBy(String... secrets) {
        return new CarrierSignature(new CarrierSecrets(List.of(secrets)), AT_SIGNING);
    }

    private static CarrierSignature signatureAfter(Duration passed) {
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(TIMESTAMP));
        return new CarrierSignature(
                new CarrierSecrets(List.of(SECRET)), Clock.fixed(signedAt.plus(passed), ZoneOffset.UTC));
    }
}
