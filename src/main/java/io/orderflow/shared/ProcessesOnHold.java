package io.orderflow.shared;

/**
 * A failure: a request needs a process that is suspended, or whose definition is missing. Nothing was changed, and the
 * request can be repeated later.
 */
public class ProcessesOnHold extends RuntimeException {

    /** @param words the message for the log, such as {@code the process of order 123 is suspended} */
    public ProcessesOnHold(String words) {
        super(words);
    }
}
