package io.orderflow.process.expressions;

import java.util.Map;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/** Takes from the engine, before it is built, every way to evaluate more than names of steps and of variables. */
@Component
class ExpressionLock extends AbstractCamundaConfiguration {

    private final DelegateBeans delegates;

    ExpressionLock(BeanFactory beans) {
        this.delegates = new DelegateBeans(beans);
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setExpressionManager(new LockedExpressions(delegates));
        engine.setBeans(Map.of()); // what is null here, the engine fills with all beans there are
        engine.setEnableExpressionsInAdhocQueries(false);
        shutScripts(engine);
        shutObjects(engine);
    }

    private static void shutScripts(SpringProcessEngineConfiguration engine) {
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    /** An object in a variable is code too: FEEL calls the methods of every object it meets. */
    private static void shutObjects(SpringProcessEngineConfiguration engine) {
        engine.setValueTypeResolver(new PlainTypes());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(className -> false);
    }
}
