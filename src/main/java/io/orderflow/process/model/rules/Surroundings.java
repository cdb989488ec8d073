package io.orderflow.process.model.rules;

import io.orderflow.process.model.LiveModels;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What a diagram is deployed with, and beside.
 *
 * @param contents what the files of the deployment define
 * @param live what is in use
 */
record Surroundings(Collection<Contents> contents, LiveModels live) {

    boolean holds(Contents.Key key) {
        return contents.stream().anyMatch(file -> file.defines().contains(key));
    }

    /** Whether some version of it is in use that is not in this deployment. */
    boolean isLive(Contents.Key key) {
        return Stream.concat(
                        live.deployments().stream().flatMap(deployment -> deployment.files().stream()),
                        key.kind() == Contents.Kind.FORM ? live.forms() : Stream.empty())
                .map(Contents::of)
                .anyMatch(file -> file.defines().contains(key));
    }
}
