package io.orderflow.process.engine;

import io.orderflow.process.ProcessKey;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts the application's models back of which no version is left, because somebody has deleted them. What an analyst
 * has deployed stays the newest.
 */
@Component
public class LostModels {

    /** Begun by their keys, each in its newest version. */
    static final Set<String> BEGUN =
            Set.of(ProcessKey.ORDER.inDiagram(), ProcessKey.RETURN.inDiagram(), ProcessKey.RESOLVE_CASE.inDiagram());
    /** Called by the others from their own deployment. */
    static final String CALLED = ProcessKey.SETTLE_REFUND.inDiagram();

    static final String ASKED = "ReturnPolicy";

    private final ProcessEngine engine;
    private final RepositoryService repository;
    private final ModelDeployment deployment;
    private final ModelVersion version;

    LostModels(ProcessEngine engine, ModelDeployment deployment, ModelVersion version) {
        this.engine = engine;
        this.repository = engine.getRepositoryService();
        this.deployment = deployment;
        this.version = version;
    }

    /**
     * Nothing is lost: nothing. Of several nodes that look at once, the first puts back what the others then find;
     * those of an older version leave it to the newest.
     */
    @Scheduled(initialDelay = 18_000, fixedDelay = 40_000)
    public void putBack() {
        if (isComplete()) {
            return;
        }
        version.unlessNewerIsInUse(engine, () -> {
            if (!isComplete()) {
                deployment.again(repository, stillThere());
            }
        });
    }

    private boolean isComplete() {
        return BEGUN.stream().allMatch(this::isWhole);
    }

    /** Files that are left out: an analyst's version stays the newest, and so does ours that lacks nothing. */
    private Set<String> stillThere() {
        return BEGUN.stream().filter(this::isWhole).map(key -> key + ".bpmn").collect(Collectors.toSet());
    }

    /** Whether there is a version, and in its deployment, if that is ours, what it is bound to there. */
    private boolean isWhole(String key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(ProcessDefinition::getDeploymentId)
                .filter(newest -> !isOurs(newest) || areCalledThere(newest))
                .isPresent();
    }

    private boolean areCalledThere(String deploymentId) {
        return repository
                                .createProcessDefinitionQuery()
                                .deploymentId(deploymentId)
                                .processDefinitionKey(CALLED)
                                .count()
                        > 0
                && repository
                                .createDecisionDefinitionQuery()
                                .deploymentId(deploymentId)
                                .decisionDefinitionKey(ASKED)
                                .count()
                        > 0;
    }

    private boolean isOurs(String deploymentId) {
        return repository
                        .createDeploymentQuery()
                        .deploymentId(deploymentId)
                        .deploymentSource(ModelDeployment.SOURCE)
                        .count()
                > 0;
    }
}
