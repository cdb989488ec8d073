package io.orderflow.shared;

/** The port to our own user store, so that a token of an issuer cannot claim to be one of its users. */
public interface LocalUsers {

    /**
     * Whether our user store has a user with this id. The answer may be a few seconds old.
     *
     * @param id any text without control characters
     */
    boolean know(String id);
}
