package io.orderflow.process.model.rules;

import io.orderflow.process.model.Finding;
import java.util.stream.Stream;

/** A rule about a diagram and the files around it. */
interface DiagramRule {

    Stream<Finding> check(Diagram diagram, Surroundings around);
}
