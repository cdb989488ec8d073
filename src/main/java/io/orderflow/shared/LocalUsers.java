package io.orderflow.shared;

/** The users of our own store, whom nobody else may vouch for. */
public interface LocalUsers {

    /**
     * Whether somebody logs in under this id, as of a few seconds ago.
     *
     * @param id any text without control characters
     */
    boolean know(String id);
}
