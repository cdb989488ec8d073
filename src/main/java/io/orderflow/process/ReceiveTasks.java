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
 * The receive tasks at which processes wait. A process goes on from one in the transaction of the caller. Finding a
 * wait and ending it are one command of the engine, so that nothing is read twice. After that, the variables for the
 * next gateway are removed, because otherwise the engine would look for stored variables the next time.
 */
@Component
public class ReceiveTasks {

    /**
     * The order of ids, which rise with time. If a person has started a second process, the order's own is the first.
     */
    private static final Comparator<Execution> OLDEST_FIRST =
            Comparator.comparing(Execution::getProcessInstanceId).thenComparing(Execution::getId);

    /**
     * The number of processes that are remembered; it suffices for some days. Others are found by the number of the
     * order.
     */
    private static final int PROCESSES_KNOWN = 20_000;

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    /**
     * The ids of processes that started on this node not long ago. To find a process by its id costs a third of finding
     * it by its business key. Whether it still exists and waits is read each time.
     */
    private final Cache<OrderNumber, String> processes =
            Caffeine.newBuilder().maximumSize(PROCESSES_KNOWN).build();

    ReceiveTasks(RuntimeService runtime, ProcessEngineConfigurationImpl engine) {
        this.runtime = runtime;
        this.engine = engine;
    }

    /** Remembers the process that an order starts with. */
    void began(OrderNumber order, ProcessInstance process) {
        processes.put(order, process.getId());
    }

    /**
     * Ends a wait of the order.
     *
     * @param told variables for what comes next
     * @throws ProcessesOnHold if somebody has suspended the process that waits there
     * @throws ConcurrencyFailureException if no process waits there yet, or any more
     */
    public void end(AwaitStep wait, OrderNumber order, Map<String, Object> told) {
        if (!endIfThere(wait, order, told)) {
            if (isThere(wait, order)) {
                throw new ProcessesOnHold("the process of order " + order + " is suspended");
            }
            throw new ConcurrencyFailureException(
                    "the process of order " + order + " does not wait at " + wait.inDiagram());
        }
    }

    /** Ends a wait of the order if there is one that is not suspended, and returns whether there was. */
    public boolean endIfThere(AwaitStep wait, OrderNumber order, Map<String, Object> told) {
        String known = processes.getIfPresent(order);
        return known != null && endAny(wait, command -> ofProcess(command, known), told)
                || endAny(wait, command -> ofQuery(executions(order)), told);
    }

    /** Ends such a wait only in a process whose variable has this value. */
    public boolean endIfThere(
            AwaitStep wait, OrderNumber order, String variable, String value, Map<String, Object> told) {
        return endAny(wait, command -> ofQuery(executions(order).processVariableValueEquals(variable, value)), told);
    }

    /** Returns whether the order waits there, even if its process is suspended. */
    public boolean isThere(AwaitStep wait, OrderNumber order) {
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
            AwaitStep wait, Function<CommandContext, List<ExecutionEntity>> executions, Map<String, Object> told) {
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

    private static boolean waits(ExecutionEntity execution, AwaitStep wait) {
        return execution.isActive() && wait.inDiagram().equals(execution.getActivityId());
    }

    /** Links the executions that were read into one process. Otherwise the engine would read all of them again. */
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
