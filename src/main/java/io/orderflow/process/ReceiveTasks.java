package io.orderflow.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ProcessesOnHold;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ExecutionQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Lets processes go on from where they wait, in the transaction of whoever tells them. To find a wait and to end it is
 * one command of the engine, so that nothing is read twice; and what was told for the next gateway is forgotten behind
 * it, or the engine would look for stored variables the next time.
 */
@Component
public class ReceiveTasks {

    /** By ids, which rise with time: where a person has begun a second process, the order's own is the first. */
    private static final Comparator<Execution> OLDEST_FIRST =
            Comparator.comparing(Execution::getProcessInstanceId).thenComparing(Execution::getId);

    /** What the longest list of open orders of some days needs; the others are looked up by their order's number. */
    private static final int PROCESSES_KNOWN = 20_000;

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    /**
     * The process that began with the order, where it began on this node not long ago: found by its id, it costs a
     * third. Whether it is still there and waits is read each time.
     */
    private final Cache<OrderNumber, String> processes =
            Caffeine.newBuilder().maximumSize(PROCESSES_KNOWN).build();

    ReceiveTasks(RuntimeService runtime, ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    /** Notes the process that an order begins with. */
    void began(OrderNumber order, ProcessInstance process) {
        processes.put(order, process.getId());
    }

    /**
     * Ends a wait of the order that there must be.
     *
     * @param told variables for what comes next
     * @throws ProcessesOnHold when somebody has suspended the process that waits there
     * @throws ConcurrencyFailureException when nobody waits there (any more, or yet)
     */
    public void end(OrderWait wait, OrderNumber order, Map<String, Object> told) {
        if (!endIfThere(wait, order, told)) {
            if (isThere(wait, order)) {
                throw new ProcessesOnHold("the process of order " + order + " is suspended");
            }
            throw new ConcurrencyFailureException(
                    "the process of order " + order + " does not wait at " + wait.inDiagram());
        }
    }

    /** As {@link #end}, where there need not be one; returns whether there was. */
    public boolean endIfThere(OrderWait wait, OrderNumber order, Map<String, Object> told) {
        String known = processes.getIfPresent(order);
        return known != null && endAny(wait, command -> ofProcess(command, known), told)
                || endAny(wait, command -> ofQuery(executions(order)), told);
    }

    /** As {@link #endIfThere}, only where the process has the variable with this value. */
    public boolean endIfThere(
            OrderWait wait, OrderNumber order, String variable, String value, Map<String, Object> told) {
        return endAny(wait, command -> ofQuery(executions(order).processVariableValueEquals(variable, value)), told);
    }

    /** Whether the order waits there, even if it cannot hear anything just now. */
    public boolean isThere(OrderWait wait, OrderNumber order) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(order.value())
                        .activityId(wait.inDiagram())
                        .count()
                > 0;
    }

    private ExecutionQuery executions(OrderNumber order) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(order.value());
    }

    private static List<ExecutionEntity> ofProcess(CommandContext command, String process) {
        return command.getExecutionManager().findExecutionsByProcessInstanceId(process);
    }

    private static List<ExecutionEntity> ofQuery(ExecutionQuery query) {
        return query.list().stream().map(ExecutionEntity.class::cast).toList();
    }

    private boolean endAny(
            OrderWait wait, Function<CommandContext, List<ExecutionEntity>> executions, Map<String, Object> told) {
        boolean nothingRead = Context.getCommandContext() == null;
        return OrderCorrelation.guarded(() -> engine.getCommandExecutorTxRequired()
                .execute(command -> {
                    List<ExecutionEntity> all = executions.apply(command);
                    if (nothingRead) {
                        all.stream()
                                .filter(ExecutionEntity::isProcessInstanceExecution)
                                .forEach(process -> link(process, all));
                    }
                    Optional<Execution> found = all.stream()
                            .filter(execution -> waits(execution, wait))
                            .map(Execution.class::cast)
                            .min(OLDEST_FIRST)
                            .filter(execution -> !execution.isSuspended());
                    found.ifPresent(execution -> {
                        runtime.signal(execution.getId(), told);
                        forget(command, execution.getProcessInstanceId());
                    });
                    return found.isPresent();
                }));
    }

    private static boolean waits(ExecutionEntity execution, OrderWait wait) {
        return execution.isActive() && wait.inDiagram().equals(execution.getActivityId());
    }

    /** Makes a process of what has been read of it. The engine would read all of it once more. */
    private static void link(ExecutionEntity process, List<ExecutionEntity> all) {
        process.restoreProcessInstance(
                all.stream()
                        .filter(execution -> execution.getProcessInstanceId().equals(process.getId()))
                        .toList(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static void forget(CommandContext command, String instance) {
        VariableScope process = command.getExecutionManager().findExecutionById(instance);
        if (process != null) {
            process.removeVariablesLocal(OrderVariables.PASSING);
        }
    }
}
