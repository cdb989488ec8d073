package io.orderflow.payment.toss;

import io.orderflow.shared.UnfitSetting;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders.payment.toss}.
 *
 * @param baseUrl the URL of the gateway
 * @param secretKey the shop's secret key, at least 16 characters; empty if another gateway is used; never shown
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long the whole answer may take after that
 */
@ConfigurationProperties("orders.payment.toss")
record TossSettings(
        @DefaultValue("https://api.tosspayments.com") URI baseUrl,
        @DefaultValue("") String secretKey,
        @DefaultValue("PT3S") Duration connectTimeout,
        @DefaultValue("PT30S") Duration readTimeout) {

    private static final int SHORTEST_SECRET = 16;
    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    TossSettings {
        require(
                "base-url",
                "http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()),
                "must be http or https");
        require(
                "base-url",
                baseUrl.getHost() != null && baseUrl.getRawQuery() == null && baseUrl.getRawFragment() == null,
                "must name a host, and no query");
        require(
                "secret-key",
                secretKey.isBlank() || secretKey.length() >= SHORTEST_SECRET,
                "must be at least " + SHORTEST_SECRET + " characters");
        UnfitSetting.unlessPositive(connectTimeout, "orders.payment.toss.connect-timeout");
        UnfitSetting.unlessPositive(readTimeout, "orders.payment.toss.read-timeout");
    }

    /** Returns the longest time that a charge or a refund may take. */
    Duration callTime() {
        return connectTimeout.plus(readTimeout);
    }

    /** Returns the longest time that a look-up may take. It moves no money, so it may be given up earlier. */
    Duration lookUpTime() {
        return connectTimeout.plus(readTimeout.compareTo(LONGEST_LOOK_UP) < 0 ? readTimeout : LONGEST_LOOK_UP);
    }

    /** Returns the longest time that a look-up and the call after it may take together, with a margin. */
    Duration patience() {
        return lookUpTime().plus(callTime()).plus(MARGIN);
    }

    @Override
    public String toString() {
        return "TossSettings[baseUrl=%s, connectTimeout=%s, readTimeout=%s]"
                .formatted(baseUrl, connectTimeout, readTimeout);
    }

    private static void require(String property, boolean fits, String words) {
        UnfitSetting.unless(fits, "orders.payment.toss." + property, words);
    }
}
