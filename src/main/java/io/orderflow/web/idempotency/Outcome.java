package io.orderflow.web.idempotency;

/** The result of a request's attempt to claim its key. */
sealed interface Outcome {

    /**
     * The request has claimed the key and may run.
     *
     * @param holder the id of this claim, which identifies the present holder of the key
     */
    record Claimed(String holder) implements Outcome {}

    /** The request has run before, with this answer. */
    record Replay(StoredResponse answer) implements Outcome {}

    /** The request is running elsewhere. */
    record Running() implements Outcome {}

    /** The request that was running has given the key back. */
    record GivenUp() implements Outcome {}

    /** The key was used for a request with another body. */
    record Reused() implements Outcome {}
}
