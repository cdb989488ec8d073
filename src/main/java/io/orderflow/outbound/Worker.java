package io.orderflow.outbound;

import java.util.Optional;

/**
 * A worker that asks the gateway or a carrier. It claims a request in one transaction, makes it outside of any, and
 * stores the answer in another one.
 *
 * @param <K> the key of a row
 * @param <C> a claimed request
 */
public interface Worker<K, C> {

    /** Claims a request; returns empty if none is due now, or if another worker has claimed it. */
    Optional<C> claim(K key);

    /** Makes a claimed request; the result stores the answer. It must be called outside of any transaction. */
    Runnable ask(C call);

    /** Makes a claimed request and stores the answer. It is to be called once for each claim. */
    default void call(C call) {
        ask(call).run();
    }

    /**
     * Claims a request, makes it and stores the answer.
     *
     * @return false if no request was due, or if another worker has claimed it
     */
    default boolean serve(K key) {
        Optional<C> call = claim(key);
        call.ifPresent(this::call);
        return call.isPresent();
    }
}
