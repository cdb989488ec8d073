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
 * Stands before the engine's own readers of files and sees every new deployment, whoever makes it and through whichever
 * door, in the transaction that would store it: what is refused leaves nothing behind.
 */
class ModelGate implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);

    /** As the application's own deployments are marked. */
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
            return; // read again from the database, for whoever runs on it
        }
        Examined examined = examine(deployment, LiveModels.of(engine.getRepositoryService()));
        takeAlong(deployment, examined.taken());
        caller().ifPresent(user -> deployments.note(deployment.getId(), user.getUserId()));
        List<Finding> findings =
                Stream.concat(tenant(deployment), examined.findings().stream()).toList();
        List<Finding> refused = findings.stream().filter(Finding::refused).toList();
        if (!refused.isEmpty()) {
            refuse(deployment, refused);
            return;
        }
        onceDeployed(() ->
                findings.forEach(finding -> LOG.warn("deployment {}: {}", deployment.getId(), finding.sentence())));
    }

    /** What the engine refuses later, or was only tried, is no deployment to speak of. */
    private static void onceDeployed(Runnable tell) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                tell.run();
            }
        });
    }

    /**
     * The application says itself what it deploys: what it puts back must not renew an analyst's version, so nothing is
     * taken along with it.
     */
    private Examined examine(DeploymentEntity deployment, LiveModels live) {
        return OURS.equals(deployment.getSource()) && caller().isEmpty()
                ? examination.asTheyAre(files(deployment), live)
                : examination.completed(files(deployment), live);
    }

    private void refuse(DeploymentEntity deployment, List<Finding> findings) {
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

    /** As the engine itself stores what was sent. */
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

    /** A second process of the same id beside the first would leave nobody able to start either. */
    private static Stream<Finding> tenant(DeploymentEntity deployment) {
        return deployment.getTenantId() == null
                ? Stream.empty()
                : Stream.of(new Finding(
                        "deployment",
                        "",
                        "",
                        Finding.Severity.REFUSED,
                        "no-tenants",
                        "there are no tenants here.",
                        "Deploy without one."));
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

    /** Empty where the application itself deploys. */
    private Optional<Authentication> caller() {
        return Optional.ofNullable(engine.getIdentityService().getCurrentAuthentication());
    }
}
