package io.orderflow.process.model.words;

/** A kind of value that a place in a file may have. */
interface Value {

    /** Returns whether a text is such a value. */
    boolean fits(String text, Names names);

    /** Returns what may be there, in words. */
    String remedy();
}
