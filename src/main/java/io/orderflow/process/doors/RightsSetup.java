package io.orderflow.process.doors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.Ordering;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The configuration of the engine that replaces the rights it grants by itself, before the first user is created. */
@Component
@Order(Ordering.DEFAULT_ORDER - 2)
class RightsSetup extends AbstractCamundaConfiguration {

    private final GivenUserIds ids;

    RightsSetup(GivenUserIds ids) {
        this.ids = ids;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        engine.setResourceAuthorizationProvider(new GroupsOnlyRights(() -> engine.getIdentityService(), ids));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ids.note(engine.getIdentityService().createUserQuery().list().stream()
                .map(User::getId)
                .toList());
    }
}
