package io.orderflow.process.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * The indexes of the engine's tables on PostgreSQL, which are those that its queries need. They have migrations of
 * their own, because the engine creates its tables after ours.
 */
@Component
class EngineIndexes extends AbstractCamundaConfiguration {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl built = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        if (built.getDatabaseType().equals("postgres")) {
            Flyway.configure()
                    .dataSource(built.getDataSource())
                    .locations("classpath:db/engine/postgresql")
                    .table("flyway_engine_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }
}
