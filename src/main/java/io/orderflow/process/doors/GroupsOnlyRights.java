package io.orderflow.process.doors;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The rights that the engine grants by itself when a user, a deployment or a task is created. The candidate groups of a
 * task may work on it as long as they are its candidates. Its assignee and its owner get no right of their own, so none
 * has to be taken back from them.
 */
class GroupsOnlyRights extends DefaultAuthorizationProvider {

    private static final Set<String> ENDED = Set.of("Completed", "Deleted");

    /** The service of the engine, which may still be replaced while the engine is being built. */
    private final Supplier<IdentityService> identity;

    private final GivenUserIds ids;

    GroupsOnlyRights(Supplier<IdentityService> identity, GivenUserIds ids) {
        this.identity = identity;
        this.ids = ids;
    }

    /**
     * Lets people change their own name and password. Only an administrator deletes a user, whose id is then gone for
     * good.
     */
    @Override
    public AuthorizationEntity[] newUser(User user) {
        ids.give(user.getId());
        return new AuthorizationEntity[] {
            createGrantAuthorization(
                    user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)
        };
    }

    /** Grants nothing: deleting a deployment would delete its running orders. */
    @Override
    public AuthorizationEntity @Nullable [] newDeployment(Deployment deployment) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, String before, @Nullable String assignee) {
        return openToNobody(task, assignee);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(Task task, String before, @Nullable String owner) {
        return openToNobody(task, owner);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, @Nullable String user, String type) {
        return openToNobody(task, user);
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        return IdentityLinkType.CANDIDATE.equals(type) ? super.newTaskGroupIdentityLink(task, group, type) : null;
    }

    /**
     * Takes the right back from a group that is no candidate any more. When a task ends, the engine removes all rights
     * to it.
     */
    @Override
    public AuthorizationEntity @Nullable [] deleteTaskGroupIdentityLink(Task task, String group, String type) {
        boolean goesOn = !ENDED.contains(task.getTaskState());
        AuthorizationEntity right = goesOn && IdentityLinkType.CANDIDATE.equals(type)
                ? getGrantAuthorizationByGroupId(group, Resources.TASK, task.getId())
                : null;
        return right == null ? null : new AuthorizationEntity[] {right};
    }

    /** Refuses a person who gives a task to a user outside its groups. A model may name any user. */
    private AuthorizationEntity @Nullable [] openToNobody(Task task, @Nullable String user) {
        Authentication giver = identity.get().getCurrentAuthentication();
        if (user != null && giver != null && !isFor(user, task, giver)) {
            throw new BadUserRequestException(
                    "Task '%s' is not for user '%s', who is in none of its groups.".formatted(task.getId(), user));
        }
        return null;
    }

    private boolean isFor(String user, Task task, Authentication giver) {
        Set<String> groups = ((DelegateTask) task)
                .getCandidates().stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return groups.isEmpty()
                || groupsOf(user, giver)
                        .anyMatch(group -> groups.contains(group) || Groups.CAMUNDA_ADMIN.equals(group));
    }

    /** Reads the groups as nobody, because few users may read the groups of others. */
    private Stream<String> groupsOf(String user, Authentication giver) {
        identity.get().clearAuthentication();
        try {
            return identity.get().createGroupQuery().groupMember(user).list().stream()
                    .map(Group::getId);
        } finally {
            identity.get().setAuthentication(giver);
        }
    }
}
