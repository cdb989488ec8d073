package io.orderflow.process.engine;

import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;

/**
 * The rights that earlier versions granted and that are taken back: the right to update a task, which is also the right
 * to write its variables.
 */
class NarrowedRights {

    static final String VERSION_PROPERTY = "orderflow.rights";
    private static final String VERSION = "1";

    private final ManagementService management;
    private final AuthorizationService authorizations;

    NarrowedRights(ProcessEngine engine) {
        this.management = engine.getManagementService();
        this.authorizations = engine.getAuthorizationService();
    }

    /** Takes the rights back once. What people grant afterwards stays. */
    void ensure() {
        if (VERSION.equals(management.getProperties().get(VERSION_PROPERTY))) {
            return;
        }
        management.setProperty(VERSION_PROPERTY, VERSION);
        authorizations
                .createAuthorizationQuery()
                .resourceType(PROCESS_DEFINITION)
                .groupIdIn("ops")
                .list()
                .forEach(granted -> replace(
                        granted, ProcessDefinitionPermissions.UPDATE_TASK, ProcessDefinitionPermissions.TASK_ASSIGN));
        Stream<Authorization> ofTasks = authorizations.createAuthorizationQuery().resourceType(TASK).list().stream();
        ofTasks.filter(granted -> !Authorization.ANY.equals(granted.getResourceId()))
                .forEach(granted -> replace(granted, Permissions.UPDATE, Permissions.TASK_WORK));
    }

    private void replace(Authorization granted, Permission wide, Permission narrow) {
        if (granted.isPermissionGranted(wide) && !granted.isEveryPermissionGranted()) {
            granted.removePermission(wide);
            granted.addPermission(narrow);
            authorizations.saveAuthorization(granted);
        }
    }
}
