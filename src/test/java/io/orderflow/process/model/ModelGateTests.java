package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whom the gate lets through with code. */
@ExtendWith(OutputCaptureExtension.class)
class ModelGateTests {

    private final IdentityService identity = mock();

    @Test
    void letsNobodyThroughUnlessItIsConfigured() {
        ModelGate gate = gate(Map.of());
        caller("admin", "camunda-admin");

        assertThatThrownBy(() -> gate.deploy(deployment(true))).isInstanceOf(ParseException.class);
    }

    @Test
    void letsAdministratorsThroughWhereItIsConfiguredAndSaysSo(CapturedOutput output) {
        ModelGate gate = gate(Map.of("orders.models.allow-code", "true"));
        caller("admin", "camunda-admin");

        assertThatCode(() -> gate.deploy(deployment(true))).doesNotThrowAnyException();
        assertThat(output)
                .contains("an administrator deploys what the rules over models refuse")
                .contains("Evil.bpmn, Charge payment (Task_Charge): ");
    }

    @Test
    void letsNobodyElseThroughThen() {
        ModelGate gate = gate(Map.of("orders.models.allow-code", "true"));
        caller("analyst", "analyst");

        assertThatThrownBy(() -> gate.deploy(deployment(true))).isInstanceOf(ParseException.class);
    }

    @Test
    void letsTheApplicationItselfNotThroughThen() {
        ModelGate gate = gate(Map.of("orders.models.allow-code", "true"));

        assertThatThrownBy(() -> gate.deploy(deployment(true))).isInstanceOf(ParseException.class);
    }

    @Test
    void leavesAloneWhatIsReadAgain() {
        assertThatCode(() -> gate(Map.of()).deploy(deployment(false))).doesNotThrowAnyException();
    }

    @Test
    void warnsAtEachStartThatCodeIsAllowed(CapturedOutput output) {
        ProcessEngine engine = mock(RETURNS_DEEP_STUBS);

        new ModelGateSetup(Rules.all(), Rules.examination(), mock(), new ModelSettings(false, 1))
                .postProcessEngineBuild(engine);
        assertThat(output).doesNotContain("orders.models.allow-code");
        new ModelGateSetup(Rules.all(), Rules.examination(), mock(), new ModelSettings(true, 1))
                .postProcessEngineBuild(engine);
        assertThat(output).contains("orders.models.allow-code is on");
    }

    private ModelGate gate(Map<String, String> properties) {
        ModelSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("orders.models", ModelSettings.class);
        ProcessEngineConfigurationImpl engine = mock();
        when(engine.getIdentityService()).thenReturn(identity);
        return new ModelGate(Rules.examination(), mock(), settings, engine);
    }

    private void caller(String user, String group) {
        when(identity.getCurrentAuthentication()).thenReturn(new Authentication(user, List.of(group)));
    }

    private static DeploymentEntity deployment(boolean isNew) {
        ModelFile evil = Evil.all().findFirst().orElseThrow().file();
        ResourceEntity resource = new ResourceEntity();
        resource.setName(evil.name());
        resource.setBytes(evil.content());
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(isNew);
        deployment.addResource(resource);
        return deployment;
    }
}
