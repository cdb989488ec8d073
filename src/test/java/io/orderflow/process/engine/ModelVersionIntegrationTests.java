package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.shared.UnfitSetting;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;

/** The newest version that has started keeps its models in use. */
@DatabaseTest
class ModelVersionIntegrationTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("${info.app.version}")
    String own;

    final List<String> deployed = new ArrayList<>();

    @BeforeEach
    void tidy() {
        assertThat(newest()).isEqualTo(own);
        engine.getManagementService().deleteProperty(ModelVersion.NEWEST);
    }

    @AfterEach
    void restore() {
        engine.getManagementService().setProperty(ModelVersion.NEWEST, own);
    }

    @ParameterizedTest
    @CsvSource({"1.2.0, 1.2.1", "1.9.0, 1.10.0", "1.2.0-SNAPSHOT, 1.2.0", "1.2.0-RC1, 1.2.0-RC2", "9.0.0, 10.0.0"})
    void deploysWhatIsNewerAndLeavesItAloneWhenOlderStartsAgain(String older, String newer) {
        start(older, false);
        start(newer, false);
        start(older, false);
        start(newer, false);

        // Whether the files of a version have changed since is the engine's to say.
        assertThat(deployed).containsExactly(older, newer, newer);
        assertThat(newest()).isEqualTo(newer);
    }

    @Test
    void goesBackWhenToldTo() {
        start("2.0.0", false);
        start("1.0.0", true);
        start("1.0.0", false);

        assertThat(deployed).containsExactly("2.0.0", "1.0.0", "1.0.0");
        assertThat(newest()).isEqualTo("1.0.0");
    }

    @Test
    void notesNothingWhenTheDeploymentFails() {
        start("1.0.0", false);

        assertThatIllegalStateException()
                .isThrownBy(() -> new ModelVersion("2.0.0", new DeploymentSettings(false), transactions)
                        .unlessNewerIsInUse(engine, () -> {
                            throw new IllegalStateException("no model");
                        }));

        assertThat(newest()).isEqualTo("1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@project.version@", "latest"})
    void doesNotStartWithoutVersion(String version) {
        assertThatThrownBy(() -> new ModelVersion(version, new DeploymentSettings(false), transactions))
                .isInstanceOf(UnfitSetting.class)
                .hasMessageContaining("info.app.version");
    }

    private void start(String version, boolean goingBack) {
        new ModelVersion(version, new DeploymentSettings(goingBack), transactions)
                .unlessNewerIsInUse(engine, () -> deployed.add(version));
    }

    private String newest() {
        return engine.getManagementService().getProperties().get(ModelVersion.NEWEST);
    }
}
