package io.orderflow.process.model.rules;

/**
 * That an order goes from one of the known elements to the next one, whatever else lies between them.
 *
 * @param from id of the element that it leaves
 * @param answer what it was answered on the way, {@code chargeStatus=APPROVED}; empty where nothing was asked
 * @param to id of the element that it arrives at, {@link #END} or {@link #NOWHERE}
 */
record Way(String from, String answer, String to) {

    /** The process, or what runs beside it, is over. */
    static final String END = "the end";
    /** A gateway lets nothing through. */
    static final String NOWHERE = "nowhere";
}
