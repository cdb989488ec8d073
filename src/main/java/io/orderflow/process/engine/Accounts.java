package io.orderflow.process.engine;

import io.orderflow.process.doors.GivenUserIds;
import io.orderflow.process.login.GuardedIdentity;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/**
 * Adds what is missing to the engine's user store and leaves alone what is there, so that every change by people stays.
 */
class Accounts {

    private final GuardedIdentity identity;
    private final AuthorizationService authorizations;
    private final GivenUserIds ids;

    Accounts(ProcessEngine engine, GivenUserIds ids) {
        this.identity = (GuardedIdentity) engine.getIdentityService();
        this.authorizations = engine.getAuthorizationService();
        this.ids = ids;
    }

    void ensureGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() > 0) {
            return;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType(Groups.CAMUNDA_ADMIN.equals(id) ? Groups.GROUP_TYPE_SYSTEM : Groups.GROUP_TYPE_WORKFLOW);
        identity.saveGroup(group);
    }

    void ensureRights(GroupRights rights) {
        boolean there = authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(rights.group())
                        .resourceType(rights.resource())
                        .resourceId(rights.resourceId())
                        .count()
                > 0;
        if (there) {
            return;
        }
        Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(rights.group());
        authorization.setResource(rights.resource());
        authorization.setResourceId(rights.resourceId());
        authorization.setPermissions(rights.permissions());
        authorizations.saveAuthorization(authorization);
    }

    /** A user who exists keeps their password and their groups; one who was deleted stays deleted. */
    void ensureUser(String id, String password, String group) {
        if (!ids.isGiven(id)) {
            identity.saveUser(user(id, password));
            identity.createMembership(id, group);
        }
    }

    /** As {@link #ensureUser}, but any password will do. */
    void ensureDemoUser(String id, String password, String group) {
        if (!ids.isGiven(id)) {
            identity.saveUser(user(id, password), true);
            identity.createMembership(id, group);
        }
    }

    private User user(String id, String password) {
        User user = identity.newUser(id);
        user.setFirstName(Character.toUpperCase(id.charAt(0)) + id.substring(1));
        user.setLastName("");
        user.setPassword(password);
        return user;
    }

    boolean exists(String userId) {
        return identity.createUserQuery().userId(userId).count() > 0;
    }

    boolean wasDeleted(String userId) {
        return ids.isGiven(userId) && !exists(userId);
    }

    boolean hasAdministrator() {
        return identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() > 0;
    }

    void makeAdministrator(String userId) {
        identity.createMembership(userId, Groups.CAMUNDA_ADMIN);
    }
}
