package io.orderflow.process.model;

import java.util.stream.Stream;

/** A rule about a single file of a deployment. */
public interface ModelRule {

    /** Returns what is wrong with the file; empty if the rule is not about files of its kind. */
    Stream<ModelFinding> check(ModelFile file);
}
