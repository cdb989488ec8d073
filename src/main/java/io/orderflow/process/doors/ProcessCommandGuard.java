package io.orderflow.process.doors;

import io.orderflow.process.OrderMessage;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.answers.LoggedIn;
import io.orderflow.process.answers.RefusedAnswers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;

/**
 * An interceptor of the engine's services that refuses what would make a process of ours say or do what has not
 * happened: messages and signals sent by hand, variables written, processes started anywhere or migrated with
 * variables, steps skipped or repeated, jobs deleted, one definition deleted without those that it is deployed with. It
 * refuses this to every user, through every API. It does not refuse what the application and its steps do, nor what
 * concerns other processes, except that no step is postponed and no called process spared in any.
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

    /** The methods that return a builder, each with the method of the builder that is refused. */
    static final Map<String, String> BUILDING = Map.of(
            "setJobRetries", "dueDate",
            "setJobRetriesByJobsAsync", "dueDate",
            "setJobRetriesByProcessAsync", "dueDate",
            "createDeployment", "activateProcessDefinitionsOn");
    /**
     * The beginning of the names of the methods that delete processes. One of their flags, the second or the fourth,
     * spares the processes that they call.
     */
    private static final String DELETING = "deleteProcessInstance";

    private static final String DELETING_DEPLOYMENT = "deleteDeployment";

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
        if (loggedIn.isByHand() && isTearingApart(what, call.getArguments())) {
            throw RefusedAnswers.because(
                    ("%s is refused: a refund would be settled in a process that nobody waits for, "
                                    + "or be waited for by one that nobody answers")
                            .formatted(what));
        }
        Object done = call.proceed();
        String refused = BUILDING.get(what);
        return done != null && refused != null && loggedIn.isByHand() ? without(refused, done) : done;
    }

    /**
     * Returns the engine's builder, which refuses one of its methods. With a due date, a step could wait for years, or
     * a timer fire at once; with a time of activation, nobody could order before it.
     */
    private static Object without(String refused, Object builder) {
        ProxyFactory around = new ProxyFactory(builder);
        around.addAdvice((MethodInterceptor) call -> {
            if (call.getMethod().getName().equals(refused)) {
                throw RefusedAnswers.because(refused + " is refused: when something is due comes from its process");
            }
            Object done = call.proceed();
            return done == builder ? ((ProxyMethodInvocation) call).getProxy() : done;
        });
        return around.getProxy();
    }

    /**
     * Returns whether a process would be deleted without the one that it calls, or the called one alone because its
     * definition is deleted.
     */
    private boolean isTearingApart(String what, Object[] arguments) {
        if (what.startsWith(DELETING)) {
            List<Object> flags =
                    Arrays.stream(arguments).filter(Boolean.class::isInstance).toList();
            int spared = what.endsWith("Async") ? 1 : 3;
            return flags.size() > spared && flags.get(spared).equals(true);
        }
        return what.equals(DELETING_DEPLOYMENT)
                && loggedIn.asNobody(() -> runtime
                        .createProcessInstanceQuery()
                        .deploymentId((String) arguments[0])
                        .processDefinitionKey(ProcessKey.SETTLE_REFUND.inDiagram())
                        .list()
                        .stream()
                        .anyMatch(called -> isCalledFromElsewhere(called, (String) arguments[0])));
    }

    private boolean isCalledFromElsewhere(ProcessInstance called, String deployment) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(called.getRootProcessInstanceId())
                        .deploymentId(deployment)
                        .count()
                == 0;
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
