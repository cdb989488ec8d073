package io.orderflow.process.answers;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An interceptor of the engine's services that lets a task end only by an allowed answer, through every API. The check,
 * the entry in the audit trail and the completion are one transaction.
 */
class AnswerGuard implements MethodInterceptor {

    /** The methods of the engine's services that complete a task. */
    static final Set<String> COMPLETING = Set.of(
            "complete",
            "completeWithVariablesInReturn",
            "submitTaskForm",
            "submitTaskFormData",
            "submitTaskFormWithVariablesInReturn");

    static final Set<String> RESOLVING = Set.of("resolveTask");
    static final Set<String> GIVING_UP = Set.of("handleBpmnError", "handleEscalation");
    /** The methods that would change what a task is about, or who sees it. */
    static final Set<String> CHANGING = Set.of(
            "setVariable",
            "setVariableLocal",
            "setVariables",
            "setVariablesLocal",
            "updateVariables",
            "updateVariablesLocal",
            "removeVariable",
            "removeVariableLocal",
            "removeVariables",
            "removeVariablesLocal",
            "addCandidateGroup",
            "addGroupIdentityLink",
            "deleteCandidateGroup",
            "deleteGroupIdentityLink");
    /** The method whose last argument says what a user is for a task. */
    static final String LINKING = "addUserIdentityLink";

    private static final Set<String> LINKS =
            Set.of(IdentityLinkType.CANDIDATE, IdentityLinkType.ASSIGNEE, IdentityLinkType.OWNER);

    /** The method that takes a task whose own fields have been changed. */
    static final String SAVING = "saveTask";

    private final OpenTasks tasks;
    private final RuntimeService runtime;
    private final LoggedIn loggedIn;
    private final TaskTrail trail;
    private final TransactionOperations transactions;

    AnswerGuard(
            OpenTasks tasks,
            RuntimeService runtime,
            LoggedIn loggedIn,
            TaskTrail trail,
            TransactionOperations transactions) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.loggedIn = loggedIn;
        this.trail = trail;
        this.transactions = transactions;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        String way = call.getMethod().getName();
        if (COMPLETING.contains(way) || RESOLVING.contains(way) || GIVING_UP.contains(way)) {
            return transactions.execute(status -> {
                tasks.find((String) call.getArguments()[0]).ifPresent(task -> guard(call, way, task));
                return proceed(call);
            });
        }
        if (CHANGING.contains(way) && loggedIn.isByHand()) {
            tasks.find((String) call.getArguments()[0])
                    .filter(OpenTasks::isOurs)
                    .ifPresent(task -> {
                        throw RefusedAnswers.because(
                                "%s is refused for %s: it is what it was made, and ends by its answer"
                                        .formatted(way, task.getTaskDefinitionKey()));
                    });
        }
        if (way.equals(LINKING) && !LINKS.contains(Objects.toString(call.getArguments()[2], ""))) {
            throw RefusedAnswers.because("type must be one of " + new TreeSet<>(LINKS));
        }
        if (way.equals(SAVING) && loggedIn.isByHand()) {
            refuseElsewhere((Task) call.getArguments()[0]);
        }
        return call.proceed();
    }

    /**
     * Refuses to put a task of a process below another task or into a case or tenant: it would be deleted with the
     * other task, or be nobody's, and its process would wait for ever.
     */
    private void refuseElsewhere(Task changed) {
        tasks.find(changed.getId())
                .filter(stored -> stored.getProcessInstanceId() != null)
                .filter(stored -> changed.getParentTaskId() != null
                        || changed.getCaseInstanceId() != null
                        || changed.getTenantId() != null)
                .ifPresent(stored -> {
                    throw RefusedAnswers.because("%s belongs to its process, and to no other task, case or tenant"
                            .formatted(stored.getTaskDefinitionKey()));
                });
    }

    private void guard(MethodInvocation call, String way, Task task) {
        Map<String, @Nullable Object> given = PlainValues.of(Submission.of(call));
        if (RESOLVING.contains(way)
                || way.startsWith("submit") && task.getDelegationState() == DelegationState.PENDING) {
            refuseAny(given);
            return;
        }
        if (GIVING_UP.contains(way) && OpenTasks.isOurs(task)) {
            throw RefusedAnswers.because("%s ends by its answer only".formatted(task.getTaskDefinitionKey()));
        }
        AnswerRule rule = tasks.rule(task);
        rule.check(given);
        trail.write(task, rule.told(given), rule.named(given));
        forget(task, rule.passing());
        Submission.replace(call, rule.variables(given));
    }

    /** Refuses variables when a delegated task is handed back. The person who completes it gives the answer. */
    private static void refuseAny(Map<String, @Nullable Object> given) {
        if (!given.isEmpty()) {
            throw RefusedAnswers.because("a task is handed back without variables: " + given.keySet());
        }
    }

    /** Removes the variables from every scope, the nearest first. */
    private void forget(Task task, Set<String> passing) {
        loggedIn.asNobody(() -> {
            while (!passing.isEmpty()
                    && !runtime.getVariables(task.getExecutionId(), passing).isEmpty()) {
                runtime.removeVariables(task.getExecutionId(), passing);
            }
            return passing;
        });
    }

    private static Object proceed(MethodInvocation call) {
        try {
            return call.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the engine's services throw nothing else", e);
        }
    }
}
