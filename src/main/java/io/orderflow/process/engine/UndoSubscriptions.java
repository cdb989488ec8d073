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
 * With each subscription that goes, the engine looks for jobs that were to trigger it. Nobody triggers an undo by a
 * job: the subscriptions of compensation boundary events, three for each order, go without that look.
 */
@Component
class UndoSubscriptions extends AbstractCamundaConfiguration implements SessionFactory {

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
