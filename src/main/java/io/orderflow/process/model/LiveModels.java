package io.orderflow.process.model;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;

/** The models that are in use when something is deployed. */
public interface LiveModels {

    /** No models are in use, as in the build. */
    LiveModels NONE = List::of;

    /**
     * Returns the models in use in the engine, whatever the caller may read. They are read once, when they are first
     * needed.
     */
    static LiveModels of(RepositoryService repository) {
        return new EngineModels(repository);
    }

    /**
     * A deployment that has the newest version of a process or a table.
     *
     * @param id its id in the engine
     * @param newest the names of its files that define those newest versions
     * @param files all of its files
     */
    record Live(String id, List<String> newest, List<ModelFile> files) {}

    /** Returns all deployments that have the newest version of something, the latest first. */
    List<Live> deployments();

    /** Returns all forms of all deployments, the latest first, because a form that was deployed alone may be in use. */
    default Stream<ModelFile> forms() {
        return Stream.empty();
    }
}
