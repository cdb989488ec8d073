package io.orderflow.shared;

/**
 * A customer, by the user id they log in with.
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
