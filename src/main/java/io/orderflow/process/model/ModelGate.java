package io.orderflow.process.model;

import io.orderflow.process.model.ModelExamination.Examined;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A deployer before the engine's own ones. It sees every new deployment, through every API, in the transaction that
 * would store it, so that a refused deployment leaves nothing behind.
 */
class ModelGate implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);

    /** The source of the application's own deployments. */
    private static final String OURS = "orderflow";

    private final ModelExamination examination;
    private final DeployedBy deployments;
    private final ModelSettings settings;
    private final ProcessEngineConfigurationImpl engine;

    ModelGate(
            ModelExamination examination,
            DeployedBy deployments,
            ModelSettings settings,
            ProcessEngineConfigurationImpl engine) {
        this.examination = examination;
        this.deployments = deployments;
        this.settings = settings;
        this.engine = engine;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return; // The engine has read a stored deployment again.
        }
        Examined examined = examine(deployment, LiveModels.of(engine.getRepositoryService()));
        takeAlong(deployment, examined.taken());
        caller().ifPresent(user -> deployments.note(deployment.getId(), user.getUserId()));
        List<ModelFinding> findings = Stream.of(tenant(deployment), source(deployment), examined.findings().stream())
                .flatMap(found -> found)
                .toList();
        List<ModelFinding> refused =
                findings.stream().filter(ModelFinding::refused).toList();
        if (!refused.isEmpty()) {
            refuse(deployment, refused);
            return;
        }
        onceDeployed(() ->
                findings.forEach(finding -> LOG.warn("deployment {}: {}", deployment.getId(), finding.sentence())));
    }

    /** Writes into the log after the commit, because the engine may still refuse the deployment. */
    private static void onceDeployed(Runnable tell) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                tell.run();
            }
        });
    }

    /**
     * Examines the deployment. One of the application itself is not completed, because a model that is deployed again
     * must not make a new version of an analyst's one.
     */
    private Examined examine(DeploymentEntity deployment, LiveModels live) {
        return OURS.equals(deployment.getSource()) && caller().isEmpty()
                ? examination.asTheyAre(files(deployment), live)
                : examination.completed(files(deployment), live);
    }

    private void refuse(DeploymentEntity deployment, List<ModelFinding> findings) {
        if (!settings.allowCode() || !isAdministrator()) {
            throw ModelRefusal.of(findings);
        }
        LOG.warn(
                "an administrator deploys what the rules over models refuse ({}): {}",
                deployment.getId(),
                findings.get(0).sentence());
    }

    private static void takeAlong(DeploymentEntity deployment, List<ModelFile> files) {
        if (!files.isEmpty()) {
            files.forEach(file -> add(deployment, file));
            onceDeployed(() -> LOG.info(
                    "deployment {} takes along what is in use: {}",
                    deployment.getId(),
                    files.stream().map(ModelFile::name).toList()));
        }
    }

    /** Adds a file in the way in which the engine stores the files that were sent. */
    private static void add(DeploymentEntity deployment, ModelFile file) {
        ResourceEntity resource = new ResourceEntity();
        resource.setName(file.name());
        resource.setBytes(file.content());
        resource.setDeploymentId(deployment.getId());
        resource.setType(ResourceTypes.REPOSITORY.getValue());
        resource.setCreateTime(deployment.getDeploymentTime());
        deployment.addResource(resource);
        Context.getCommandContext().getResourceManager().insertResource(resource);
    }

    /** Refuses a tenant, because nobody could start a process whose id is deployed with and without one. */
    private static Stream<ModelFinding> tenant(DeploymentEntity deployment) {
        return deployment.getTenantId() == null
                ? Stream.empty()
                : Stream.of(new ModelFinding(
                        "deployment",
                        "",
                        "",
                        ModelFinding.Severity.REFUSED,
                        "no-tenants",
                        "there are no tenants here.",
                        "Deploy without one."));
    }

    /** Refuses the application's own source to people, because it replaces what it has deployed itself. */
    private Stream<ModelFinding> source(DeploymentEntity deployment) {
        return caller().isEmpty() || !OURS.equalsIgnoreCase(deployment.getSource())
                ? Stream.empty()
                : Stream.of(new ModelFinding(
                        "deployment",
                        "",
                        "",
                        ModelFinding.Severity.REFUSED,
                        "own-source",
                        "“" + OURS + "” is the source of what the application itself deploys: the next start would"
                                + " replace this without a word.",
                        "Deploy with another source, or with none."));
    }

    private static List<ModelFile> files(DeploymentEntity deployment) {
        Collection<? extends Resource> files = deployment.getResources().values();
        return files.stream().map(ModelFile::of).toList();
    }

    private boolean isAdministrator() {
        return caller().map(Authentication::getGroupIds)
                .filter(groups -> groups.contains(Groups.CAMUNDA_ADMIN))
                .isPresent();
    }

    /** Returns the caller; empty if the application itself deploys. */
    private Optional<Authentication> caller() {
        return Optional.ofNullable(engine.getIdentityService().getCurrentAuthentication());
    }
}
