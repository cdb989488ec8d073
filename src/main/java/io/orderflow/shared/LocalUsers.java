package io.orderflow.shared;

/** The port to our own user store, so that a token of an issuer cannot claim to be one of its users. */
public interface LocalUsers {

    /**
     * Whether somebody logs in under this id, as of a few seconds ago.
     *
     * @param id any text without control characters
     */
    boolean know(String id);
}
