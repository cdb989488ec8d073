package io.orderflow.process.model;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;

/** What is in use while something is deployed beside it. */
public interface LiveModels {

    /** Nothing is in use, as in the build. */
    LiveModels NONE = List::of;

    /** Those in use in the engine, whoever asks; they are read once, when they are first wanted. */
    static LiveModels of(RepositoryService repository) {
        return new EngineModels(repository);
    }

    /**
     * A deployment that holds the newest version of a process or a table.
     *
     * @param id the engine's id of it
     * @param newest names of the files in it that define those newest versions
     * @param files all that it holds
     */
    record Live(String id, List<String> newest, List<ModelFile> files) {}

    /** All deployments that hold the newest version of something, the latest first. */
    List<Live> deployments();

    /** All forms of all deployments, since one may be in use that was deployed alone; the latest first. */
    default Stream<ModelFile> forms() {
        return Stream.empty();
    }
}
