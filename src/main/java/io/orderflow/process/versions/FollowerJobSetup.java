package io.orderflow.process.versions;

import java.util.List;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** The configuration of the engine that puts our job in the place of its own for batches that migrate. */
@Component
class FollowerJobSetup extends AbstractCamundaConfiguration {

    private final MigrationRecords records;

    FollowerJobSetup(MigrationRecords records) {
        this.records = records;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setCustomBatchJobHandlers(List.of(new FollowerJob(records)));
    }
}
