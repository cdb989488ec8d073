package io.orderflow.process.watching;

import io.orderflow.cases.CaseId;
import io.orderflow.order.OrderStatus;
import io.orderflow.process.CaseVariables;
import io.orderflow.process.ProcessKey;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The processes of orders and of their returns, as the engine has them. */
@Component
class OrderProcesses {

    private static final String ORDER = ProcessKey.ORDER.inDiagram();
    private static final String RETURN = ProcessKey.RETURN.inDiagram();

    private final HistoryService history;
    private final JdbcClient database;

    OrderProcesses(HistoryService history, JdbcClient database) {
        this.history = history;
        this.database = database;
    }

    /**
     * Returns all orders in this status for which no process runs. One statement reads our table and the engine's. An
     * order and its process begin and end in one transaction, so an order that is found has really lost its process.
     */
    List<OrderNumber> without(OrderStatus status) {
        return database
                .sql("""
                select o.order_number from orders o where o.status = :status and not exists (
                    select 1 from act_ru_execution e where e.business_key_ = o.order_number and e.proc_def_key_ = :process)""")
                .param("status", status.name())
                .param("process", ORDER)
                .query(String.class)
                .list()
                .stream()
                .map(OrderNumber::new)
                .toList();
    }

    /**
     * Returns called-off orders, placed since then, that still hold stock or a coupon and have no process that would
     * give it back.
     */
    List<OrderNumber> calledOffWithout(Instant since) {
        return database
                .sql("""
                select o.order_number from orders o where o.status = 'CANCELLED' and o.ordered_at > :since
                    and (exists (select 1 from reservation_line l where l.order_number = o.order_number and l.status in ('HELD', 'CONFIRMED'))
                        or exists (select 1 from coupon_use u where u.order_number = o.order_number))
                    and not exists (select 1 from act_ru_execution e
                        where e.business_key_ = o.order_number and e.proc_def_key_ = :process)""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("process", ORDER)
                .query(String.class)
                .list()
                .stream()
                .map(OrderNumber::new)
                .toList();
    }

    /** Returns those of the orders for which no process runs. */
    List<OrderNumber> notRunning(Collection<OrderNumber> orders) {
        return without(ORDER, orders);
    }

    /** Returns those of the orders for which no process of a return runs. */
    List<OrderNumber> notReturning(Collection<OrderNumber> orders) {
        return without(RETURN, orders);
    }

    private List<OrderNumber> without(String process, Collection<OrderNumber> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Set<String> running = database.sql(
                        "select business_key_ from act_ru_execution where business_key_ = any(:orders) and proc_def_key_ = :process")
                .param("orders", array(orders.stream().map(OrderNumber::value)))
                .param("process", process)
                .query(String.class)
                .set();
        return orders.stream().filter(order -> !running.contains(order.value())).toList();
    }

    private static SqlArrayValue array(Stream<String> values) {
        return new SqlArrayValue("varchar", values.toArray());
    }

    /** Returns all open cases for which no process runs. A case and its process begin and end in one transaction. */
    List<CaseId> casesWithout() {
        return database
                .sql("""
                select c.case_number from case_file c where c.state = 'OPEN' and not exists (
                    select 1 from act_ru_execution e join act_ru_variable v on v.proc_inst_id_ = e.id_ and v.name_ = '%s'
                        and v.text_ = 'CASE-' || cast(c.case_number as varchar(20))
                    where e.business_key_ = coalesce(c.order_number, c.reference) and e.proc_def_key_ = '%s')
                order by c.case_number""".formatted(CaseVariables.CASE_ID, ProcessKey.RESOLVE_CASE.inDiagram()))
                .query(Long.class)
                .list()
                .stream()
                .map(CaseId::new)
                .toList();
    }

    /** Returns the orders whose process, or that of a return, was deleted since then. */
    List<OrderNumber> deletedSince(Instant moment) {
        Date since = Date.from(moment);
        return Stream.of(ORDER, RETURN)
                .flatMap(process -> Stream.of(
                        of(process).externallyTerminated(), of(process).internallyTerminated()))
                .flatMap(deleted -> deleted.finishedAfter(since).list().stream())
                .map(HistoricProcessInstance::getBusinessKey)
                .filter(OrderNumber::fits) // somebody may have begun one by hand, under no order's number
                .map(OrderNumber::new)
                .distinct()
                .toList();
    }

    private HistoricProcessInstanceQuery of(String process) {
        return history.createHistoricProcessInstanceQuery().processDefinitionKey(process);
    }
}
