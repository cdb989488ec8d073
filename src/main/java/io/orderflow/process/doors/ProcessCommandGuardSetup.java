package io.orderflow.process.doors;

import io.orderflow.process.answers.LoggedIn;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.stereotype.Component;

/**
 * The configuration of the engine that puts the guard around the services that move processes, before anything uses
 * them.
 */
@Component
class ProcessCommandGuardSetup extends AbstractCamundaConfiguration {

    @Override
    public void postInit(SpringProcessEngineConfiguration engine) {
        ProcessCommandGuard guard = new ProcessCommandGuard(
                engine.getRuntimeService(),
                engine.getRepositoryService(),
                engine.getManagementService(),
                new LoggedIn(engine.getIdentityService()));
        engine.setRuntimeService(guarded(RuntimeService.class, engine.getRuntimeService(), guard));
        engine.setRepositoryService(guarded(RepositoryService.class, engine.getRepositoryService(), guard));
        engine.setFormService(guarded(FormService.class, engine.getFormService(), guard));
        engine.setManagementService(guarded(ManagementService.class, engine.getManagementService(), guard));
    }

    /** Returns a proxy that is a subclass, because the engine's REST API casts the services to their classes. */
    private static <T> T guarded(Class<T> type, T service, ProcessCommandGuard guard) {
        ProxyFactory around = new ProxyFactory(service);
        around.setProxyTargetClass(true);
        around.addAdvice(guard);
        return type.cast(around.getProxy());
    }
}
