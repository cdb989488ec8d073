package io.orderflow.process.login;

import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;

/** The groups that may use the engine itself. All other users may use our API only. */
final class Staff {

    private static final Set<String> GROUPS = Set.of("ops", "analyst", Groups.CAMUNDA_ADMIN);

    private Staff() {}

    static boolean includes(String user, IdentityService identity) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .anyMatch(group -> GROUPS.contains(group.getId()));
    }
}
