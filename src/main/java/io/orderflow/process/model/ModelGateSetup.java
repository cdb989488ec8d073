package io.orderflow.process.model;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts the gate into the engine while it is built, so that the application's own models pass it too. */
@Component
class ModelGateSetup extends AbstractCamundaConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ModelGateSetup.class);

    private final ModelCheck check;
    private final ModelExamination examination;
    private final DeployedBy deployments;
    private final ModelSettings settings;

    ModelGateSetup(ModelCheck check, ModelExamination examination, DeployedBy deployments, ModelSettings settings) {
        this.check = check;
        this.examination = examination;
        this.deployments = deployments;
        this.settings = settings;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        ModelGate gate = new ModelGate(examination, deployments, settings, configuration);
        configuration.setCustomPreDeployers(List.of(gate));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (settings.allowCode()) {
            LOG.warn("orders.models.allow-code is on: administrators may deploy models that run code on this server");
        }
        new ModelsInUse(engine.getRepositoryService(), check).tell();
    }
}
