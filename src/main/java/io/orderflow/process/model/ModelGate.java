package io.orderflow.process.model;

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

/**
 * Stands before the engine's own readers of files and sees every new deployment, whoever makes it and through whichever
 * door, in the transaction that would store it: what is refused leaves nothing behind.
 */
class ModelGate implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);

    /** As the application's own deployments are marked. */
    private static final String OURS = "orderflow";

    private final ModelCheck check;
    private final Companions companions;
    private final ModelSettings settings;
    private final ProcessEngineConfigurationImpl engine;

    ModelGate(ModelCheck check, Companions companions, ModelSettings settings, ProcessEngineConfigurationImpl engine) {
        this.check = check;
        this.companions = companions;
        this.settings = settings;
        this.engine = engine;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return; // read again from the database, for whoever runs on it
        }
        List<Finding> alone = Stream.concat(tenant(deployment), check.alone(files(deployment)).stream())
                .toList();
        if (!alone.isEmpty()) {
            refuse(deployment, alone);
            return;
        }
        LiveModels live = new EngineModels(engine.getRepositoryService());
        List<Finding> taken = takeAlong(deployment, live).toList();
        List<Finding> findings = taken.isEmpty() ? check.check(files(deployment), live) : taken;
        List<Finding> refused = findings.stream().filter(Finding::isRefused).toList();
        if (!refused.isEmpty()) {
            refuse(deployment, refused);
            return;
        }
        findings.forEach(finding -> LOG.warn("deployment {}: {}", deployment.getId(), finding.sentence()));
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

    /**
     * Adds the live files that have to be in the same deployment. The application says itself what it deploys: what it
     * puts back must not renew an analyst's version.
     */
    private Stream<Finding> takeAlong(DeploymentEntity deployment, LiveModels live) {
        if (OURS.equals(deployment.getSource()) && caller().isEmpty()) {
            return Stream.empty();
        }
        List<ModelFile> missing = companions.of(files(deployment), live);
        List<Finding> inTheWay = missing.stream()
                .filter(file -> deployment.getResource(file.name()) != null)
                .map(ModelGate::inTheWay)
                .toList();
        if (inTheWay.isEmpty() && !missing.isEmpty()) {
            missing.forEach(file -> add(deployment, file));
            LOG.info(
                    "deployment {} takes along what is in use: {}",
                    deployment.getId(),
                    missing.stream().map(ModelFile::name).toList());
        }
        return inTheWay.stream();
    }

    private static Finding inTheWay(ModelFile file) {
        return Finding.ofFile(
                file,
                "taken-along",
                "the file of this name that is in use would have to be deployed together with what was sent, and"
                        + " another one was sent by its name.",
                "Rename the file that was sent, or send both.");
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
