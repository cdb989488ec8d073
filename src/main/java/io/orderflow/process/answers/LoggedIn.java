package io.orderflow.process.answers;

import io.orderflow.shared.Actor;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;

/** Who uses the engine just now. */
public record LoggedIn(IdentityService identity) {

    /** The user; the system when nobody is logged in. */
    public Actor actor() {
        var login = identity.getCurrentAuthentication();
        return login == null || login.getUserId() == null ? Actor.SYSTEM : new Actor(login.getUserId());
    }

    /**
     * Whether a person calls the engine: no step, which runs within a command of its, and no thread in which nobody is
     * logged in.
     */
    public boolean isByHand() {
        return Context.getCommandContext() == null && identity.getCurrentAuthentication() != null;
    }

    /** Does in the engine what the user need not be allowed to do. */
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
