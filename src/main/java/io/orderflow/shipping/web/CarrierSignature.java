package io.orderflow.shipping.web;

import io.orderflow.shared.UnfitSetting;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The check of the signature of a webhook by Standard Webhooks: HMAC-SHA256 over its id, its time and its raw body. */
@Component
class CarrierSignature {

    private static final String SECRET_PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final List<SecretKeySpec> keys;
    private final Clock clock;

    /**
     * @param secrets the valid secrets, each {@code whsec_} and the base64 of 24 to 64 bytes; may be empty
     * @throws UnfitSetting if a secret has another shape; the message does not repeat it
     */
    CarrierSignature(CarrierSecrets secrets, Clock clock) {
        this.keys =
                secrets.carrierSecret().stream().map(CarrierSignature::keyOf).toList();
        this.clock = clock;
    }

    private static SecretKeySpec keyOf(String secret) {
        byte[] bytes =
                secret.startsWith(SECRET_PREFIX) ? decode(secret.substring(SECRET_PREFIX.length())) : new byte[0];
        if (bytes.length < 24 || bytes.length > 64) {
            throw new UnfitSetting(
                    "orders.webhook.carrier-secret", "must be " + SECRET_PREFIX + " and the base64 of 24 to 64 bytes");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    boolean hasSecret() {
        return !keys.isEmpty();
    }

    /**
     * Whether the signature can be valid, which is checked before the body is read: all three headers are present, and
     * the time differs from now by at most five minutes.
     *
     * @param id the header {@code webhook-id}, or null
     * @param timestamp the header {@code webhook-timestamp}, or null
     * @param signatures the header {@code webhook-signature}, or null
     */
    boolean isPossible(@Nullable String id, @Nullable String timestamp, @Nullable String signatures) {
        return id != null && !id.isBlank() && signatures != null && isNow(timestamp);
    }

    /**
     * Whether one of the signatures is valid for one of the secrets, and the time differs from now by at most five
     * minutes.
     *
     * @param id the header {@code webhook-id}, or null
     * @param timestamp the header {@code webhook-timestamp} in Unix seconds, or null
     * @param signatures the header {@code webhook-signature}, versions and base64 digests separated by spaces, or null
     * @param body the bytes of the body
     */
    boolean isRight(@Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
        if (id == null || timestamp == null || signatures == null || !isPossible(id, timestamp, signatures)) {
            return false;
        }
        return keys.stream()
                .map(key -> VERSION + sign(key, id, timestamp, body))
                .anyMatch(expected -> Arrays.stream(signatures.split(" ")).anyMatch(given -> isSame(expected, given)));
    }

    /** Compares in constant time, so that the duration does not help to guess a signature. */
    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.ISO_8859_1), given.getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean isNow(@Nullable String timestamp) {
        if (timestamp == null || !timestamp.matches("[0-9]{1,11}")) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant())
                .abs();
        return off.compareTo(TOLERANCE) <= 0;
    }

    private static String sign(SecretKeySpec key, String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with " + ALGORITHM, e);
        }
    }
}
