package io.orderflow.process.model.words;

import java.util.stream.Stream;

/** One thing that every element of a diagram or table is held against. */
interface ElementRule {

    /** What a rule has against an element, to be told with the place at which it stands. */
    record Objection(String rule, String message, String remedy) {}

    Stream<Objection> check(XmlElement element, Vocabulary words);
}
