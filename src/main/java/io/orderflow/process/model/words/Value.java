package io.orderflow.process.model.words;

/** What may stand at one place of a file. */
interface Value {

    /** Whether a text may stand there. */
    boolean fits(String text, Names names);

    /** What may stand there, in words. */
    String remedy();
}
