package io.orderflow.process.model.rules;

import io.orderflow.process.model.LiveModels;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What a diagram is deployed with, and beside.
 *
 * @param contents the contents of the files of the deployment
 * @param live the models in use
 */
record Surroundings(Collection<Contents> contents, LiveModels live) {

    boolean holds(Contents.Key key) {
        return contents.stream().anyMatch(file -> file.defines().contains(key));
    }

    /** Returns whether some version is in use. It need not be in this deployment. */
    boolean isLive(Contents.Key key) {
        return Stream.concat(
                        live.deployments().stream().flatMap(deployment -> deployment.files().stream()),
                        key.kind() == Contents.Kind.FORM ? live.forms() : Stream.empty())
                .map(Contents::of)
                .anyMatch(file -> file.defines().contains(key));
    }
}
