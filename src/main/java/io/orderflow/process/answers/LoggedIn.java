package io.orderflow.process.answers;

import io.orderflow.shared.Actor;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;

/** The user who is logged in to the engine in this thread. */
public record LoggedIn(IdentityService identity) {

    /** Returns the user; the system if nobody is logged in. */
    public Actor actor() {
        var login = identity.getCurrentAuthentication();
        return login == null || login.getUserId() == null ? Actor.SYSTEM : new Actor(login.getUserId());
    }

    /**
     * Returns whether a person calls the engine. A step does not count, because it runs inside a command of the engine;
     * neither does a thread in which nobody is logged in.
     */
    public boolean isByHand() {
        return Context.getCommandContext() == null && identity.getCurrentAuthentication() != null;
    }

    /** Runs something in the engine without the checks of what the user may do. */
    public <T extends @Nullable Object> T asNobody(Supplier<T> question) {
        var login = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (login != null) {
                identity.setAuthentication(login.getUserId(), login.getGroupIds(), login.getTenantIds());
            }
        }
    }
}
