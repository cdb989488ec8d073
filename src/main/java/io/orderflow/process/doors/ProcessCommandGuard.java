package io.orderflow.process.doors;

import io.orderflow.process.OrderMessage;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.answers.LoggedIn;
import io.orderflow.process.answers.RefusedAnswers;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;

/**
 * An interceptor of the engine's services that refuses what would make a process of ours say or do what has not
 * happened: messages and signals sent by hand, variables written, processes started anywhere or migrated with
 * variables, steps skipped or repeated, jobs deleted, one definition deleted without those that it is deployed with. It
 * refuses this to every user, through every API. It does not refuse what the application and its steps do, nor what
 * concerns other processes.
 */
class ProcessCommandGuard implements MethodInterceptor {

    /** The methods whose first argument is the id of an execution. */
    static final Set<String> OF_EXECUTIONS = Set.of(
            "signal",
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
            "createProcessInstanceModification");

    static final Set<String> OF_DEFINITIONS = Set.of(
            "createModification",
            "restartProcessInstances",
            "deleteProcessDefinition",
            "createProcessInstanceById",
            "startProcessInstanceById",
            "submitStartForm",
            "submitStartFormData",
            "submitStartFormWithVariablesInReturn");
    /** The methods whose first argument is the key of a definition. */
    static final Set<String> OF_KEYS = Set.of("createProcessInstanceByKey", "startProcessInstanceByKey");
    /**
     * The methods whose first argument is a migration plan. A plan may set variables and move an order to a step where
     * it has never been; how orders follow a diagram is asked for over the API.
     */
    static final Set<String> OF_PLANS = Set.of("newMigration");

    static final Set<String> OF_MESSAGES = Set.of(
            "createMessageCorrelation",
            "createMessageCorrelationAsync",
            "correlateMessage",
            "messageEventReceived",
            "startProcessInstanceByMessage",
            "startProcessInstanceByMessageAndProcessDefinitionId");
    /**
     * The methods whose first argument is the id of a job. Even a refused attempt to execute a job would use up one of
     * its retries.
     */
    static final Set<String> OF_JOBS = Set.of("deleteJob", "setJobDuedate", "recalculateJobDuedate", "executeJob");
    /** The methods that take any number of instances or definitions, by their ids or by a query. */
    static final Set<String> OF_MANY = Set.of("setVariablesAsync", "deleteProcessDefinitions");

    /** The methods that return a builder by which a job gets new retries, and a due date. */
    static final Set<String> POSTPONING =
            Set.of("setJobRetries", "setJobRetriesByJobsAsync", "setJobRetriesByProcessAsync");

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;
    private final LoggedIn loggedIn;

    ProcessCommandGuard(
            RuntimeService runtime, RepositoryService repository, ManagementService management, LoggedIn loggedIn) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
        this.loggedIn = loggedIn;
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        String what = call.getMethod().getName();
        if (isGuarded(what) && loggedIn.isByHand() && isAboutOurs(what, call.getArguments())) {
            throw RefusedAnswers.because(("%s is refused for the processes of orders, returns, refunds and cases: "
                            + "what they know and where they stand comes from their steps")
                    .formatted(what));
        }
        Object done = call.proceed();
        return done != null && POSTPONING.contains(what) && loggedIn.isByHand() ? withoutDueDate(done) : done;
    }

    /**
     * Returns the engine's builder of new retries, which refuses a due date: with one, a step could wait for years, or
     * a timer fire at once.
     */
    private static Object withoutDueDate(Object builder) {
        ProxyFactory around = new ProxyFactory(builder);
        around.addAdvice((MethodInterceptor) call -> {
            if (call.getMethod().getName().equals("dueDate")) {
                throw RefusedAnswers.because("dueDate is refused: when a step is due comes from its process");
            }
            Object done = call.proceed();
            return done == builder ? ((ProxyMethodInvocation) call).getProxy() : done;
        });
        return around.getProxy();
    }

    static boolean isGuarded(String what) {
        return OF_EXECUTIONS.contains(what)
                || OF_DEFINITIONS.contains(what)
                || OF_KEYS.contains(what)
                || OF_PLANS.contains(what)
                || OF_MESSAGES.contains(what)
                || OF_JOBS.contains(what)
                || OF_MANY.contains(what);
    }

    private boolean isAboutOurs(String what, Object[] arguments) {
        if (OF_MANY.contains(what)) {
            return true;
        }
        if (arguments.length > 0 && arguments[0] instanceof MigrationPlan plan) {
            return isOfOurs(plan.getSourceProcessDefinitionId()) || isOfOurs(plan.getTargetProcessDefinitionId());
        }
        String first = arguments.length == 0 ? null : Objects.toString(arguments[0], null);
        if (OF_KEYS.contains(what)) {
            return ProcessKey.all().contains(first);
        }
        if (OF_MESSAGES.contains(what)) {
            return first == null || OrderMessage.all().contains(first);
        }
        return first != null
                && loggedIn.asNobody(() -> process(what, first))
                        .filter(ProcessKey.all()::contains)
                        .isPresent();
    }

    /**
     * Returns the key of the process that is concerned; empty if there is none, of which the engine tells the caller.
     */
    private Optional<String> process(String what, String id) {
        if (OF_DEFINITIONS.contains(what)) {
            return definition(id);
        }
        if (OF_JOBS.contains(what)) {
            return Optional.ofNullable(management.createJobQuery().jobId(id).singleResult())
                    .map(Job::getProcessDefinitionKey);
        }
        return Optional.ofNullable(
                        runtime.createExecutionQuery().executionId(id).singleResult())
                .map(Execution::getProcessInstanceId)
                .filter(instance -> runtime.createProcessInstanceQuery()
                                .processInstanceId(instance)
                                .processDefinitionKeyIn(ProcessKey.all().toArray(String[]::new))
                                .count()
                        > 0)
                .map(instance -> ProcessKey.ORDER.inDiagram());
    }

    private boolean isOfOurs(String definition) {
        return loggedIn.asNobody(() -> definition(definition))
                .filter(ProcessKey.all()::contains)
                .isPresent();
    }

    private Optional<String> definition(String id) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(id)
                        .singleResult())
                .map(ProcessDefinition::getKey);
    }
}
