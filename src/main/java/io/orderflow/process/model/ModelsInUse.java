package io.orderflow.process.model;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was deployed before there were rules, or while code was allowed, stays in use: it is told at each start. */
class ModelsInUse {

    private static final Logger LOG = LoggerFactory.getLogger(ModelsInUse.class);

    private final RepositoryService repository;
    private final ModelCheck check;

    ModelsInUse(RepositoryService repository, ModelCheck check) {
        this.repository = repository;
        this.check = check;
    }

    void tell() {
        newest().forEach(deployment -> check.check(files(deployment))
                .forEach(finding -> LOG.warn(
                        "in use although the rules over models refuse it (deployment {}): {}",
                        deployment,
                        finding.sentence())));
    }

    /** The deployments that hold the newest version of anything. */
    private Stream<String> newest() {
        List<ProcessDefinition> processes =
                repository.createProcessDefinitionQuery().latestVersion().list();
        List<DecisionDefinition> tables =
                repository.createDecisionDefinitionQuery().latestVersion().list();
        return Stream.concat(
                        processes.stream().map(ProcessDefinition::getDeploymentId),
                        tables.stream().map(DecisionDefinition::getDeploymentId))
                .distinct();
    }

    private List<ModelFile> files(String deployment) {
        return repository.getDeploymentResources(deployment).stream()
                .map(ModelFile::of)
                .toList();
    }
}
