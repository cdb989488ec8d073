package io.orderflow.process.model;

import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;

/** The models in use in an engine, whatever the caller may read. They are read once, when they are first needed. */
class EngineModels implements LiveModels {

    private final RepositoryService repository;
    private @Nullable List<Live> deployments;

    EngineModels(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public List<Live> deployments() {
        List<Live> known = deployments;
        if (known == null) {
            known = asNobody(this::read);
            deployments = known;
        }
        return known;
    }

    @Override
    public Stream<ModelFile> forms() {
        return asNobody(() -> repository
                        .createDeploymentQuery()
                        .orderByDeploymentTime()
                        .desc()
                        .list())
                .stream()
                .flatMap(deployment -> asNobody(() -> files(deployment.getId())).stream())
                .filter(file -> file.name().endsWith(".form"));
    }

    private List<Live> read() {
        List<ProcessDefinition> processes =
                repository.createProcessDefinitionQuery().latestVersion().list();
        List<DecisionDefinition> tables =
                repository.createDecisionDefinitionQuery().latestVersion().list();
        Map<String, List<String>> newest = Stream.<ResourceDefinition>concat(processes.stream(), tables.stream())
                .collect(Collectors.groupingBy(
                        ResourceDefinition::getDeploymentId,
                        Collectors.mapping(ResourceDefinition::getResourceName, Collectors.toList())));
        return newest.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, List<String>>, Date>comparing(live -> time(live.getKey()))
                        .reversed())
                .map(live -> new Live(live.getKey(), live.getValue(), files(live.getKey())))
                .toList();
    }

    private Date time(String deployment) {
        Deployment found =
                repository.createDeploymentQuery().deploymentId(deployment).singleResult();
        return found.getDeploymentTime();
    }

    private List<ModelFile> files(String deployment) {
        return repository.getDeploymentResources(deployment).stream()
                .map(ModelFile::of)
                .toList();
    }

    /** Reads without authorization, because a user who deploys need not be allowed to read all models in use. */
    private static <T> T asNobody(Callable<T> reading) {
        try {
            CommandContext command = Context.getCommandContext();
            return command == null ? reading.call() : command.runWithoutAuthorization(reading);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
