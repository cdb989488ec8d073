package io.orderflow.process.engine;

import io.orderflow.shared.UnfitSetting;
import java.lang.module.ModuleDescriptor.Version;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose models are in use: those of the newest version of this application that has started on this database. While
 * nodes are upgraded one after the other, an older one may start again at any time; it keeps its models to itself. The
 * newest version is kept with the engine's own properties.
 */
@Component
class ModelVersion {

    static final String NEWEST = "orderflow.models.version";
    private static final Logger LOG = LoggerFactory.getLogger(ModelVersion.class);
    /** What the engine's own deployments wait for, too. */
    private static final String ONE_AT_A_TIME =
            "select rev_ from act_ge_property where name_ = 'deployment.lock' for update";

    private final Version own;
    private final DeploymentSettings settings;
    private final PlatformTransactionManager transactions;

    ModelVersion(
            @Value("${info.app.version}") String version,
            DeploymentSettings settings,
            PlatformTransactionManager transactions) {
        own = read(version).orElseThrow(() -> new UnfitSetting("info.app.version", "must be a version, such as 1.2.0"));
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Deploys, one node at a time, and notes this version as the newest; where a newer one is noted, nothing. */
    void unlessNewerIsInUse(ProcessEngine engine, Runnable deployment) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            ProcessEngineConfigurationImpl built =
                    (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
            JdbcClient.create(built.getDataSource()).sql(ONE_AT_A_TIME).query().singleValue();
            ManagementService properties = engine.getManagementService();
            Optional<Version> newest =
                    Optional.ofNullable(properties.getProperties().get(NEWEST)).flatMap(ModelVersion::read);
            if (!settings.goBack()
                    && newest.filter(noted -> noted.compareTo(own) > 0).isPresent()) {
                LOG.warn(
                        "the models of version {} are in use; those of this one, {}, are left alone. To go back to them, start"
                                + " with orders.models.go-back=true",
                        newest.get(),
                        own);
                return;
            }
            deployment.run();
            if (newest.filter(own::equals).isEmpty()) {
                properties.setProperty(NEWEST, own.toString());
            }
        });
    }

    private static Optional<Version> read(String version) {
        try {
            return Optional.of(Version.parse(version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
