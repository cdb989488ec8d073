package io.orderflow.process.expressions;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The delegates that expressions may name. */
@FunctionalInterface
public interface NamedSteps {

    /** Returns the delegate of this name; empty if there is none. */
    Optional<JavaDelegate> find(String name);
}
