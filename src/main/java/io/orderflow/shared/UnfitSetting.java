package io.orderflow.shared;

import java.time.Duration;

/**
 * A failure at the start: a setting has a value that is not allowed. The message says what it must be, never what it
 * is.
 */
public class UnfitSetting extends IllegalStateException {

    /**
     * @param property the name of the setting
     * @param words the rest of a sentence that begins with the name and says what the setting must be
     */
    public UnfitSetting(String property, String words) {
        super(property + " " + words);
    }

    /**
     * Checks that a length of time is positive.
     *
     * @param length how long
     * @throws UnfitSetting unless the duration is positive
     */
    public static void unlessPositive(Duration length, String property) {
        unless(!length.isNegative() && !length.isZero(), property, "must be longer than nothing");
    }

    /**
     * Checks that a setting fits.
     *
     * @throws UnfitSetting unless the setting fits
     */
    public static void unless(boolean fits, String property, String words) {
        if (!fits) {
            throw new UnfitSetting(property, words);
        }
    }
}
