package io.orderflow.process.expressions;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** The configuration of the engine under which expressions evaluate nothing but names of delegates and of variables. */
@Component
public class ExpressionLock extends AbstractCamundaConfiguration {

    private final DelegateBeans delegates;

    ExpressionLock(BeanFactory beans) {
        this.delegates = new DelegateBeans(beans);
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        lock(engine, delegates);
    }

    /** Locks the expressions of an engine in which these are the steps. */
    public static void lock(ProcessEngineConfigurationImpl engine, NamedSteps delegates) {
        engine.setExpressionManager(new LockedExpressions(delegates));
        engine.setBeans(Map.of()); // With null, the engine would use all beans.
        engine.setEnableExpressionsInAdhocQueries(false);
        shutScripts(engine);
        shutObjects(engine);
    }

    private static void shutScripts(ProcessEngineConfigurationImpl engine) {
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    /** Forbids objects in variables. They are code too, because FEEL calls the methods of every object. */
    private static void shutObjects(ProcessEngineConfigurationImpl engine) {
        engine.setValueTypeResolver(new PlainTypes());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(className -> false);
    }
}
