package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFinding;
import java.util.stream.Stream;

/** A rule about a diagram and the files around it. */
interface DiagramRule {

    Stream<ModelFinding> check(Diagram diagram, Surroundings around);
}
