package io.orderflow.process.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The deployment of the analysts' files, {@code processes/} and {@code forms/}, when the engine is built. All files are
 * in one deployment, so that a form and its model share one, and under plain file names, as Camunda Modeler sends them.
 * An unchanged file makes no new version. A file that the engine cannot read stops the start with the engine's message.
 * While the models of a newer version of this application are in use, nothing is deployed ({@link ModelVersion}).
 */
@Component
class ModelDeployment extends AbstractCamundaConfiguration {

    static final String SOURCE = "orderflow";
    private static final String NAME = "Orderflow";
    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
    private static final List<String> FILES = List.of(
            "classpath*:processes/*.bpmn",
            "classpath*:processes/*.dmn",
            "classpath*:forms/*.form",
            "classpath*:forms/*.html");

    private final ResourcePatternResolver resources;
    private final ModelVersion version;

    ModelDeployment(ResourcePatternResolver resources, ModelVersion version) {
        this.resources = resources;
        this.version = version;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        version.unlessNewerIsInUse(engine, () -> deploy(engine));
    }

    private void deploy(ProcessEngine engine) {
        warnAboutForeignVersion(engine);
        deploy(engine.getRepositoryService(), files());
    }

    /** Deploys these files as the application's own, if one has changed since the last time. */
    static void deploy(RepositoryService repository, List<Resource> files) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(SOURCE).enableDuplicateFiltering(false);
        files.forEach(file -> add(deployment, file));
        LOG.info("models in use: deployment {}", deployment.deploy().getId());
    }

    /**
     * Deploys the files once more, even if they are unchanged.
     *
     * @param without the names of files that are left out
     */
    void again(RepositoryService repository, Set<String> without) {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name(without.isEmpty() ? NAME : NAME + ", put back")
                .source(SOURCE);
        files().stream().filter(file -> !without.contains(file.getFilename())).forEach(file -> add(deployment, file));
        LOG.warn(
                "models that somebody had deleted are put back: deployment {}",
                deployment.deploy().getId());
    }

    /** Warns that changed files of this application replace what an analyst has deployed from Modeler. */
    private static void warnAboutForeignVersion(ProcessEngine engine) {
        engine.getRepositoryService().createDeploymentQuery().orderByDeploymentTime().desc().listPage(0, 1).stream()
                .filter(latest -> !SOURCE.equals(latest.getSource()))
                .forEach(latest -> LOG.warn(
                        "the latest models were deployed from elsewhere ({}, {}): files of this application"
                                + " that changed since its own last deployment replace them now",
                        latest.getSource(),
                        latest.getDeploymentTime()));
    }

    private List<Resource> files() {
        List<Resource> files = new ArrayList<>();
        try {
            for (String pattern : FILES) {
                files.addAll(List.of(resources.getResources(pattern)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(Resource::getFilename));
        return files;
    }

    private static void add(DeploymentBuilder deployment, Resource file) {
        try (InputStream content = file.getInputStream()) {
            deployment.addInputStream(file.getFilename(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
