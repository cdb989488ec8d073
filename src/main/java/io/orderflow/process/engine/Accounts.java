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
 * The groups, rights and users that the application needs in the engine. It adds those that are missing and never
 * changes existing ones, so that all changes by people stay.
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

    /**
     * Creates the user, unless the id was given before. An existing user keeps password and groups, and a deleted one
     * stays deleted.
     */
    void ensureUser(String id, String password, String group) {
        if (!ids.isGiven(id)) {
            identity.saveUser(user(id, password));
            identity.createMembership(id, group);
        }
    }

    /** Creates the user as {@link #ensureUser} does, with any password. */
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
