package io.orderflow.process.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * The rights of a group in the engine, which are as few as possible. Customers have none; analysts see models and no
 * instances, so no customer's data.
 *
 * @param group the id of the group
 * @param resource the kind of thing
 * @param resourceId which thing, or any
 * @param permissions what the group may do with it
 */
record GroupRights(String group, Resource resource, String resourceId, Permission... permissions) {

    /** All groups, with their names for people. */
    static final List<List<String>> GROUPS = List.of(
            List.of("customer", "Customers"),
            List.of("ops", "Operations"),
            List.of("analyst", "Analysts"),
            List.of(Groups.CAMUNDA_ADMIN, "Camunda administrators"));

    private static final List<GroupRights> OPS = List.of(
            new GroupRights("ops", APPLICATION, "cockpit", ACCESS),
            new GroupRights("ops", APPLICATION, "tasklist", ACCESS),
            new GroupRights(
                    "ops",
                    PROCESS_DEFINITION,
                    ANY,
                    READ,
                    READ_INSTANCE,
                    READ_HISTORY,
                    READ_TASK,
                    TASK_ASSIGN,
                    TASK_WORK,
                    RETRY_JOB),
            new GroupRights("ops", DECISION_DEFINITION, ANY, READ),
            new GroupRights("ops", DECISION_REQUIREMENTS_DEFINITION, ANY, READ),
            new GroupRights("ops", DEPLOYMENT, ANY, READ));

    private static final List<GroupRights> ANALYST = List.of(
            new GroupRights("analyst", APPLICATION, "cockpit", ACCESS),
            new GroupRights("analyst", DEPLOYMENT, ANY, CREATE, READ),
            new GroupRights("analyst", PROCESS_DEFINITION, ANY, READ),
            new GroupRights("analyst", DECISION_DEFINITION, ANY, READ),
            new GroupRights("analyst", DECISION_REQUIREMENTS_DEFINITION, ANY, READ));

    private static final List<GroupRights> ADMIN = Arrays.stream(Resources.values())
            .map(resource -> new GroupRights(Groups.CAMUNDA_ADMIN, resource, ANY, ALL))
            .toList();

    static final List<GroupRights> RIGHTS =
            Stream.of(OPS, ANALYST, ADMIN).flatMap(List::stream).toList();
}
