package io.orderflow.process.model;

import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The models in use that the rules refuse, because they were deployed before there were rules or while code was
 * allowed. They stay in use, and each start writes them into the log.
 */
class ModelsInUse {

    private static final Logger LOG = LoggerFactory.getLogger(ModelsInUse.class);

    private final RepositoryService repository;
    private final ModelCheck check;

    ModelsInUse(RepositoryService repository, ModelCheck check) {
        this.repository = repository;
        this.check = check;
    }

    void tell() {
        LiveModels live = LiveModels.of(repository);
        live.deployments()
                .forEach(deployment -> check.check(deployment.files(), live).stream()
                        .filter(ModelFinding::refused)
                        .forEach(finding -> LOG.warn(
                                "in use although the rules over models refuse it (deployment {}): {}",
                                deployment.id(),
                                finding.sentence())));
    }
}
