package io.orderflow.process.model;

import org.camunda.bpm.engine.repository.Resource;

/**
 * One file of a deployment, as the engine would read it.
 *
 * @param name its name, which tells the engine what kind of file it is
 * @param content its bytes
 */
public record ModelFile(String name, byte[] content) {

    public static ModelFile of(Resource resource) {
        return new ModelFile(resource.getName(), resource.getBytes());
    }
}
