package io.orderflow.process.model.rules;

/**
 * A path from one known element to the next one, whatever else is between them.
 *
 * @param from the id of the element at which it begins
 * @param answer the answers on the path, such as {@code chargeStatus=APPROVED}; empty if no gateway reads one
 * @param to the id of the element at which it ends, {@link #END} or {@link #NOWHERE}
 */
record Way(String from, String answer, String to) {

    /** The process, or what runs beside it, ends. */
    static final String END = "the end";
    /** A gateway has no flow for the answer, or nothing catches an error. */
    static final String NOWHERE = "nowhere";
}
