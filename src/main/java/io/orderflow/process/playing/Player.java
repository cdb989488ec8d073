package io.orderflow.process.playing;

import io.orderflow.process.model.LiveModels;
import io.orderflow.process.model.LiveModels.Live;
import io.orderflow.process.model.ModelFile;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The player of stories with models that are not in use yet. One engine serves all of them, one after the other; it is
 * made when it is first needed, and holds nothing between two calls.
 */
@Component
public class Player {

    private @Nullable PlayingEngine playing;

    /**
     * Plays stories as if the files were deployed now.
     *
     * @param files the files, with those that a deployment would take along
     * @param live the models in use, which play where the files have nothing newer
     * @throws org.camunda.bpm.engine.ProcessEngineException if the engine cannot run the files
     */
    public synchronized List<StoryReport> play(Collection<ModelFile> files, LiveModels live, List<Story> stories) {
        PlayingEngine one = playing == null ? new PlayingEngine() : playing;
        playing = one;
        List<String> deployed = new ArrayList<>();
        try {
            List<Live> older = live.deployments();
            for (int i = older.size() - 1; i >= 0; i--) {
                deployed.add(deploy(one.engine(), older.get(i).files()));
            }
            deployed.add(deploy(one.engine(), files));
            return stories.stream().map(story -> play(one, story)).toList();
        } finally {
            for (int i = deployed.size() - 1; i >= 0; i--) {
                one.engine().getRepositoryService().deleteDeployment(deployed.get(i), true, true, true);
            }
        }
    }

    private static StoryReport play(PlayingEngine playing, Story story) {
        try {
            return new Playing(playing.engine(), playing.begin(), story).play();
        } finally {
            playing.engine().getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                    .map(left -> left.getId())
                    .forEach(left -> playing.engine()
                            .getRuntimeService()
                            .deleteProcessInstance(left, "the story is over", true, true));
        }
    }

    private static String deploy(ProcessEngine engine, Collection<ModelFile> files) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return deployment.deploy().getId();
    }

    @PreDestroy
    synchronized void close() {
        if (playing != null) {
            playing.close();
            playing = null;
        }
    }
}
