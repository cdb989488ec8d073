package io.orderflow.process.model;

import java.util.Collection;
import java.util.stream.Stream;

/** One thing that all files of a deployment together are held against, once each of them holds nothing but words. */
public interface DeploymentRule {

    /**
     * What the rule has against them.
     *
     * @param live what they would stand beside
     */
    Stream<Finding> check(Collection<ModelFile> files, LiveModels live);
}
