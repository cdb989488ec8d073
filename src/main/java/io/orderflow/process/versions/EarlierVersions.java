package io.orderflow.process.versions;

import io.orderflow.process.model.ModelExamination;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.web.Caller;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The earlier versions that are made current again. The file of such a version is deployed once more, with the forms,
 * tables and called processes to which it was bound. It becomes the newest version, for what begins from now on;
 * running processes stay on their version.
 */
@Service
class EarlierVersions {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierVersions.class);

    private final DeployedVersions versions;
    private final ModelTrial trial;
    private final ModelExamination examination;
    private final RepositoryService repository;
    private final IdentityService identity;

    EarlierVersions(
            DeployedVersions versions,
            ModelTrial trial,
            ModelExamination examination,
            RepositoryService repository,
            IdentityService identity) {
        this.versions = versions;
        this.trial = trial;
        this.examination = examination;
        this.repository = repository;
        this.identity = identity;
    }

    /**
     * Makes a version current and returns the version that is current then. If the current one has the same content, as
     * after a repeated call, nothing is deployed.
     *
     * @throws ModelRefused if the rules about models refuse the earlier version now; nothing is deployed then
     */
    DeployedVersion makeCurrent(DeployedVersion earlier, Caller by) throws ModelRefused {
        DeployedVersion current = versions.current(earlier.key()).orElseThrow();
        List<ModelFile> files = files(earlier);
        if (areSame(files, files(current))) {
            return current;
        }
        List<ModelFinding> refused =
                trial.findings(files).stream().filter(ModelFinding::refused).toList();
        if (!refused.isEmpty()) {
            throw new ModelRefused(refused);
        }
        deploy(earlier, files, by);
        return versions.current(earlier.key()).orElseThrow();
    }

    private List<ModelFile> files(DeployedVersion version) {
        List<ModelFile> deployed = repository.getDeploymentResources(version.deployment()).stream()
                .map(ModelFile::of)
                .toList();
        ModelFile file = deployed.stream()
                .filter(it -> it.name().equals(version.file()))
                .findFirst()
                .orElseThrow();
        return examination.bundle(file, deployed);
    }

    private static boolean areSame(List<ModelFile> some, List<ModelFile> others) {
        return some.size() == others.size()
                && some.stream()
                        .allMatch(file -> others.stream()
                                .anyMatch(other -> other.name().equals(file.name())
                                        && Arrays.equals(other.content(), file.content())));
    }

    /** Deploys in the caller's name, so that the caller's rights apply and the caller is stored. */
    private void deploy(DeployedVersion earlier, List<ModelFile> files, Caller by) {
        DeploymentBuilder deployment = repository
                .createDeployment()
                .name("%s, version %d again".formatted(earlier.key(), earlier.version()))
                .source("current again");
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        identity.setAuthentication(by.userId(), List.copyOf(by.groups()));
        try {
            deployment.deploy();
        } finally {
            identity.clearAuthentication();
        }
        LOG.info("{} makes version {} of {} current again", by.userId(), earlier.version(), earlier.key());
    }
}
