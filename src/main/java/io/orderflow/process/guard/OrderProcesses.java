package io.orderflow.process.guard;

import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.stereotype.Component;

/** What the engine knows of the processes of orders and of their returns. */
@Component
class OrderProcesses {

    private static final String ORDER = "Order";
    private static final String RETURN = "Return";

    private final HistoryService history;

    OrderProcesses(HistoryService history) {
        this.history = history;
    }

    /** Those of the orders that no process runs for. */
    List<OrderNumber> notRunning(Collection<OrderNumber> orders) {
        return without(ORDER, orders);
    }

    /** Those of the orders that no process of a return runs for. */
    List<OrderNumber> notReturning(Collection<OrderNumber> orders) {
        return without(RETURN, orders);
    }

    private List<OrderNumber> without(String process, Collection<OrderNumber> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        String[] keys = orders.stream().map(OrderNumber::value).toArray(String[]::new);
        Set<String> running = of(process).processInstanceBusinessKeyIn(keys).unfinished().list().stream()
                .map(HistoricProcessInstance::getBusinessKey).collect(Collectors.toSet());
        return orders.stream().filter(order -> !running.contains(order.value())).toList();
    }

    /** Orders whose process, or a return's, somebody has deleted since then. */
    List<OrderNumber> deletedSince(Instant moment) {
        Date since = Date.from(moment);
        return Stream.of(ORDER, RETURN).flatMap(process -> Stream.of(of(process).externallyTerminated(),
                        of(process).internallyTerminated()))
                .flatMap(deleted -> deleted.finishedAfter(since).list().stream())
                .flatMap(process -> order(process.getBusinessKey()).stream()).distinct().toList();
    }

    private HistoricProcessInstanceQuery of(String process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process);
    }

    /** Empty for a process that somebody started by hand, under no order's number. */
    private static Optional<OrderNumber> order(String businessKey) {
        try {
            return Optional.ofNullable(businessKey).map(OrderNumber::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
