package io.orderflow.process.model;

import io.orderflow.shared.UnfitSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders.models} for rules.
 *
 * @param allowCode whether administrators may deploy what the rules refuse, code included
 * @param limitsFactor how many times wider than by default the limits of timers, due dates and retries are, 1 to 1000
 */
@ConfigurationProperties("orders.models")
public record ModelSettings(
        @DefaultValue("false") boolean allowCode,
        @DefaultValue("1") int limitsFactor) {

    private static final int WIDEST = 1_000;

    public ModelSettings {
        if (limitsFactor < 1 || limitsFactor > WIDEST) {
            throw new UnfitSetting("orders.models.limits-factor", "must be from 1 to " + WIDEST);
        }
    }
}
