package io.orderflow.process.model;

import java.util.Collection;
import java.util.stream.Stream;

/** A rule about all files of a deployment together. It applies when no rule about single files refuses one. */
public interface DeploymentRule {

    /**
     * Returns what is wrong with the files.
     *
     * @param live the models that stay in use beside them
     */
    Stream<ModelFinding> check(Collection<ModelFile> files, LiveModels live);
}
