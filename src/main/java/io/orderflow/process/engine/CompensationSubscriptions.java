package io.orderflow.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/**
 * The session factory under which the engine deletes subscriptions of compensation without a query. For each
 * subscription that it deletes, the engine looks for jobs that would trigger it. No job triggers a compensation, and
 * each order has three such subscriptions.
 */
@Component
class CompensationSubscriptions extends AbstractCamundaConfiguration implements SessionFactory {

    private static class Subscriptions extends EventSubscriptionManager {

        @Override
        public void deleteEventSubscription(EventSubscriptionEntity subscription) {
            if (subscription.isSubscriptionForEventType(EventType.COMPENSATE)) {
                getDbEntityManager().delete(subscription);
            } else {
                super.deleteEventSubscription(subscription);
            }
        }
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setCustomSessionFactories(List.of(this));
    }

    @Override
    public Class<?> getSessionType() {
        return EventSubscriptionManager.class;
    }

    @Override
    public Session openSession() {
        return new Subscriptions();
    }
}
