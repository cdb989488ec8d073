package io.orderflow.process.expressions;

import static org.mockito.Mockito.mock;

import io.orderflow.TestDatabase;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An engine with the lock and nothing else of ours, so that any model gets in. */
class BareEngine implements AutoCloseable {

    private static final String DEFINITIONS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="t">
              <process id="probe" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="step"/>
                %s
                <sequenceFlow id="b" sourceRef="step" targetRef="u"/><userTask id="u"/>
              </process>
            </definitions>""";

    final ProcessEngine engine;

    BareEngine() {
        GenericApplicationContext beans = new GenericApplicationContext();
        beans.getBeanFactory().registerSingleton("canary", new Canary());
        beans.getBeanFactory().registerSingleton("foreignStep", mock(JavaDelegate.class));
        beans.getBeanFactory().registerSingleton("greet", new Greet());
        beans.refresh();
        DataSource database = new DriverManagerDataSource(TestDatabase.create(), TestDatabase.user(), "");
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setApplicationContext(beans);
        configuration.setExpressionManager(new SpringExpressionManager(beans)); // as the starter does
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(database);
        configuration.setTransactionManager(new DataSourceTransactionManager(database));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setJobExecutorActivate(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setProcessEnginePlugins(List.of(new ExpressionLock(beans)));
        engine = configuration.buildProcessEngine();
    }

    /** A step of ours. */
    private static class Greet implements JavaDelegate {

        @Override
        public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
            execution.setVariable("greeting", "hello");
        }
    }

    /** What becomes of the expression in a process with these variables. */
    Object evaluate(String expression, Map<String, Object> variables) {
        String text = expression.replace("&", "&amp;").replace("<", "&lt;");
        ProcessInstance process = run("""
                <task id="step"><extensionElements><camunda:inputOutput>
                  <camunda:outputParameter name="seen">%s</camunda:outputParameter>
                </camunda:inputOutput></extensionElements></task>""".formatted(text), variables);
        return engine.getRuntimeService().getVariable(process.getId(), "seen");
    }

    ProcessInstance run(String step, Map<String, Object> variables) {
        deploy("probe.bpmn", DEFINITIONS.formatted(step));
        return engine.getRuntimeService().startProcessInstanceByKey("probe", "ORD-1", variables);
    }

    void deploy(String name, String content) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(name, content)
                .deploy();
    }

    @Override
    public void close() {
        engine.close();
    }
}
