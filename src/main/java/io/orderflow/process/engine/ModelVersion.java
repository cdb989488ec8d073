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
 * The version of this application whose models are in use: the newest one that has started on this database. During an
 * upgrade, a node of an older version may start again at any time; it does not deploy its models. The newest version is
 * stored with the engine's own properties.
 */
@Component
class ModelVersion {

    static final String NEWEST = "orderflow.models.version";
    private static final Logger LOG = LoggerFactory.getLogger(ModelVersion.class);
    /** The statement that locks the row for which the engine's own deployments wait, too. */
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

    /**
     * Deploys and stores this version as the newest, one node at a time. If a newer version is stored, it does nothing.
     */
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
