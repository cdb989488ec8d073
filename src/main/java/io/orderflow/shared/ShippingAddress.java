package io.orderflow.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address to which a parcel is sent. It is personal data, so it must never be a process variable or be logged.
 *
 * @param recipient 1 to 100 characters, with some {@link VisibleText}
 * @param phone 1 to 30 characters, with some {@link VisibleText}
 * @param line1 1 to 200 characters, with some {@link VisibleText}
 * @param line2 null or up to 200 characters
 * @param city 1 to 100 characters, with some {@link VisibleText}
 * @param postalCode 1 to 20 characters, with some {@link VisibleText}
 * @param country two upper-case letters, ISO 3166-1 alpha-2
 * @throws IllegalArgumentException if a part has another shape
 */
public record ShippingAddress(
        String recipient,
        String phone,
        String line1,
        @Nullable String line2,
        String city,
        String postalCode,
        String country) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public ShippingAddress {
        text(recipient, "recipient", 100);
        text(phone, "phone", 30);
        text(line1, "line1", 200);
        text(city, "city", 100);
        text(postalCode, "postalCode", 20);
        Patterns.require(COUNTRY, country, "country code");
        if (line2 != null && line2.length() > 200) {
            throw new IllegalArgumentException("line2 must be at most 200 characters");
        }
    }

    private static void text(String value, String part, int longest) {
        if (!VisibleText.isIn(value) || value.length() > longest) {
            throw new IllegalArgumentException(part + " must be 1 to " + longest + " characters");
        }
    }

    /** Names the city only, so that a log line never contains an address. */
    @Override
    public String toString() {
        return "ShippingAddress[" + city + "]";
    }
}
