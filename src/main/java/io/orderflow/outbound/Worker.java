package io.orderflow.outbound;

import java.util.Optional;

/**
 * Asks somebody outside: claims what there is to ask in one transaction, asks outside of any, and stores the answer in
 * another one.
 *
 * @param <K> what the row is known by about which is asked
 * @param <C> one claimed call
 */
public interface Worker<K, C> {

    /** Claims a call; empty when there is nothing to ask now, or somebody else is asking. */
    Optional<C> claim(K key);

    /** Asks what was claimed; what is returned stores the answer. To be called outside of any transaction. */
    Runnable ask(C call);

    /** Asks what was claimed, and stores the answer. To be called once for each claim, outside of any transaction. */
    default void call(C call) {
        ask(call).run();
    }

    /**
     * Asks what there is to ask, and stores the answer.
     *
     * @return false when there was nothing to ask now, or somebody else is asking
     */
    default boolean serve(K key) {
        Optional<C> call = claim(key);
        call.ifPresent(this::call);
        return call.isPresent();
    }
}
