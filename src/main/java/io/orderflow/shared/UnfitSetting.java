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
     * Passes a length of time that is longer than nothing.
     *
     * @param length how long
     * @throws UnfitSetting unless it is longer than nothing
     */
    public static void unlessPositive(Duration length, String property) {
        unless(!length.isNegative() && !length.isZero(), property, "must be longer than nothing");
    }

    /**
     * Passes a setting that fits.
     *
     * @throws UnfitSetting unless it fits
     */
    public static void unless(boolean fits, String property, String words) {
        if (!fits) {
            throw new UnfitSetting(property, words);
        }
    }
}
