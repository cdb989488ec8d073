package io.orderflow.process.answers;

import io.orderflow.shared.Actor;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;

/** Who uses the engine just now. */
public record LoggedIn(IdentityService identity) {

    /** The user; the system when nobody is logged in. */
    public Actor actor() {
        var login = identity.getCurrentAuthentication();
        return login == null || login.getUserId() == null ? Actor.SYSTEM : new Actor(login.getUserId());
    }

    /** Asks the engine for what the user need not be allowed to see. */
    <T> T asNobody(Supplier<T> question) {
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
