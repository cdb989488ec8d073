package io.orderflow.shared;

/**
 * Somebody has suspended the processes that what was asked for needs, or has taken their definition away. Nothing was
 * changed; it can be asked for again later.
 */
public class ProcessesOnHold extends RuntimeException {

    /** @param words for the log, such as {@code the process of order 123 is suspended} */
    public ProcessesOnHold(String words) {
        super(words);
    }
}
