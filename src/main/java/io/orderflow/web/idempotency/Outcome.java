package io.orderflow.web.idempotency;

/** What the records say to a request that wants to run under a key. */
sealed interface Outcome {

    /**
     * The request may run.
     *
     * @param holder proves to the records who holds the key now
     */
    record Claimed(String holder) implements Outcome {}

    /** It has run before. */
    record Replay(StoredResponse answer) implements Outcome {}

    /** It is running elsewhere. */
    record Running() implements Outcome {}

    /** The one that was running has given the key back. */
    record GivenUp() implements Outcome {}

    /** The key belongs to a request with another body. */
    record Reused() implements Outcome {}
}
