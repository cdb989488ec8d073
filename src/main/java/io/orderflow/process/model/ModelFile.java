package io.orderflow.process.model;

import org.camunda.bpm.engine.repository.Resource;

/**
 * A file of a deployment, as the engine would read it.
 *
 * @param name its name, by which the engine knows its kind
 * @param content its bytes
 */
public record ModelFile(String name, byte[] content) {

    public static ModelFile of(Resource resource) {
        return new ModelFile(resource.getName(), resource.getBytes());
    }
}
