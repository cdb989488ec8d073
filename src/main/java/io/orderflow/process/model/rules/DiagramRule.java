package io.orderflow.process.model.rules;

import io.orderflow.process.model.Finding;
import java.util.stream.Stream;

/** One thing that a diagram is held against, and the files around it. */
interface DiagramRule {

    Stream<Finding> check(Diagram diagram, Surroundings around);
}
