package io.orderflow.process.model;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the engine's own readers of files and sees every new deployment, whoever makes it and through whichever
 * door, in the transaction that would store it: what is refused leaves nothing behind.
 */
class ModelGate implements Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGate.class);

    private final ModelCheck check;
    private final ModelSettings settings;
    private final Supplier<IdentityService> identity;

    ModelGate(ModelCheck check, ModelSettings settings, Supplier<IdentityService> identity) {
        this.check = check;
        this.settings = settings;
        this.identity = identity;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return; // read again from the database, for whoever runs on it
        }
        List<Finding> findings = Stream.concat(tenant(deployment), check.check(files(deployment)).stream())
                .toList();
        if (findings.isEmpty()) {
            return;
        }
        if (!settings.allowCode() || !isAdministrator()) {
            throw ModelRefusal.of(findings);
        }
        LOG.warn(
                "an administrator deploys what the rules over models refuse ({}): {}",
                deployment.getId(),
                findings.get(0).sentence());
    }

    /** A second process of the same id beside the first would leave nobody able to start either. */
    private static Stream<Finding> tenant(DeploymentEntity deployment) {
        return deployment.getTenantId() == null
                ? Stream.empty()
                : Stream.of(new Finding(
                        "deployment", "", "", "no-tenants", "there are no tenants here.", "Deploy without one."));
    }

    private static List<ModelFile> files(DeploymentEntity deployment) {
        Collection<? extends Resource> files = deployment.getResources().values();
        return files.stream().map(ModelFile::of).toList();
    }

    private boolean isAdministrator() {
        Authentication caller = identity.get().getCurrentAuthentication();
        return caller != null
                && caller.getGroupIds() != null
                && caller.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
