package io.orderflow.shared;

/**
 * The id of a customer, which is their user id.
 *
 * @param value 1 to 255 characters, not blank; anything else, null included, is an {@link IllegalArgumentException}
 */
public record CustomerId(String value) {

    public CustomerId {
        if (value == null || value.isBlank() || value.length() > 255) {
            throw new IllegalArgumentException("not a customer id: must be 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
