package io.orderflow.process.answers;

import io.orderflow.cases.CaseRegister;
import io.orderflow.order.progress.OrderProgress;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The configuration of the engine that puts the guard around the two services that complete tasks, before anything uses
 * them.
 */
@Component
class AnswerGuardSetup extends AbstractCamundaConfiguration {

    private final BeanFactory beans;
    private final PlatformTransactionManager transactions;

    AnswerGuardSetup(BeanFactory beans, PlatformTransactionManager transactions) {
        this.beans = beans;
        this.transactions = transactions;
    }

    @Override
    public void postInit(SpringProcessEngineConfiguration engine) {
        AnswerGuard guard = guard(engine);
        engine.setTaskService(guarded(TaskService.class, engine.getTaskService(), guard));
        engine.setFormService(guarded(FormService.class, engine.getFormService(), guard));
    }

    private AnswerGuard guard(SpringProcessEngineConfiguration engine) {
        LoggedIn loggedIn = new LoggedIn(engine.getIdentityService());
        return new AnswerGuard(
                new OpenTasks(engine.getTaskService(), loggedIn, engine.getFormService(), beans),
                engine.getRuntimeService(),
                loggedIn,
                new TaskTrail(
                        engine.getRuntimeService(),
                        loggedIn,
                        beans.getBeanProvider(OrderProgress.class),
                        beans.getBeanProvider(CaseRegister.class)),
                new TransactionTemplate(transactions));
    }

    /** Returns a proxy that is a subclass, because the engine's REST API casts the services to their classes. */
    private static <T> T guarded(Class<T> type, T service, AnswerGuard guard) {
        ProxyFactory around = new ProxyFactory(service);
        around.setProxyTargetClass(true);
        around.addAdvice(guard);
        return type.cast(around.getProxy());
    }
}
