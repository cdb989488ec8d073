package io.orderflow.process.model.words;

import java.util.stream.Stream;

/** A rule about a single element of a diagram or table. */
interface ElementRule {

    /** What is wrong with an element, without its place. */
    record Objection(String rule, String message, String remedy) {}

    Stream<Objection> check(XmlElement element, Vocabulary words);
}
