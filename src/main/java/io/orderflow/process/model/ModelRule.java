package io.orderflow.process.model;

import java.util.stream.Stream;

/** One thing that every file of a deployment is held against. */
public interface ModelRule {

    /** What the rule has against the file; nothing where it does not judge files of that kind. */
    Stream<Finding> check(ModelFile file);
}
