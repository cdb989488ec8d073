package io.orderflow.process.overview;

import io.orderflow.process.ProcessKey;
import io.orderflow.process.Step;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The kinds of waiting. Each has a query for its orders, with the columns {@code order_number} (null for a case of no
 * order), {@code amount} (won), {@code since} and {@code process} (the instance that stands there, or null). A query
 * reads rows of open things only, by an index, so that it stays quick among many finished orders.
 */
enum StuckKind {
    /** The gateway was asked for the money, and its answer is not known. */
    CHARGE_UNKNOWN("""
            select o.order_number, o.payment_amount as amount,
                (select c.requested_at from charge c where c.order_number = o.order_number) as since, null as process
            from orders o where o.status = 'CREATED' and o.payment_status = 'IN_PROGRESS'
                and exists (select 1 from charge c where c.order_number = o.order_number)
            union all
            select o.order_number, o.payment_amount,
                (select c.requested_at from charge c where c.order_number = o.order_number), null
            from orders o where o.status = 'CANCELLED' and o.payment_status = 'IN_PROGRESS'
                and exists (select 1 from charge c where c.order_number = o.order_number)"""),
    /** An order is called off, or goods were accepted back, and the money is not back. */
    REFUND_OWED("""
            select o.order_number, o.payment_amount - o.refunded_amount as amount, o.cancelled_at as since, null as process
            from orders o where o.status = 'CANCELLED' and o.payment_status in ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')
            union all
            select r.order_number, r.refund_amount, r.inspected_at, null
            from return_request r where r.status = 'APPROVED' and r.inspected_at is not null"""),
    /** The carrier has given up a parcel, and nobody has decided what becomes of the order. */
    SHIPPING_FAILED("""
            select o.order_number, o.payment_amount - o.refunded_amount as amount,
                (select max(e.occurred_at) from order_event e
                    where e.order_number = o.order_number and e.type = 'SHIPPING_FAILED') as since,
                null as process
            from orders o where o.status = 'SHIP_FAILED'"""),
    /** A customer has asked for a return, and nobody has decided. */
    RETURN_UNDECIDED("""
            select r.order_number, r.refund_amount as amount, r.requested_at as since, null as process
            from return_request r where r.status = 'REQUESTED'"""),
    /** A return is approved, and its goods are not back. */
    GOODS_NOT_RECEIVED("""
            select r.order_number, r.refund_amount as amount, r.decided_at as since, null as process
            from return_request r where r.status = 'APPROVED' and r.received_at is null and r.inspected_at is null"""),
    /** The goods of a return are back, and nobody has looked at them. */
    GOODS_NOT_INSPECTED("""
            select r.order_number, r.refund_amount as amount, r.received_at as since, null as process
            from return_request r
            where r.status = 'APPROVED' and r.received_at is not null and r.inspected_at is null"""),
    /** A case is open. */
    CASE("""
            select f.order_number, coalesce(%s, 0) as amount, f.found_at as since, null as process
            from case_file f left join orders o on o.order_number = f.order_number where f.state = 'OPEN'""".formatted(StuckKind.HELD)),
    /** A step has failed so often that it is not tried any more. */
    INCIDENT("""
            select o.order_number, coalesce(%s, 0) as amount, i.incident_timestamp_ as since, p.id_ as process
            from act_ru_incident i join act_ru_execution p on p.id_ = i.proc_inst_id_
            left join orders o on o.order_number = p.business_key_
            where i.id_ = i.root_cause_incident_id_ and p.proc_def_key_ in (%s)""".formatted(StuckKind.HELD, StuckKind.processes())),
    /** A step has failed, and is tried again by itself. */
    FAILING("""
            select o.order_number, coalesce(%s, 0) as amount, j.create_time_ as since, p.id_ as process
            from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
            left join orders o on o.order_number = p.business_key_
            where j.exception_stack_id_ is not null and j.retries_ > 0 and p.proc_def_key_ in (%s)""".formatted(StuckKind.HELD, StuckKind.processes())),
    /** Somebody has suspended a process. It hears nothing and does nothing until somebody activates it. */
    SUSPENDED("""
            select o.order_number, coalesce(%s, 0) as amount, h.start_time_ as since, p.id_ as process
            from act_ru_execution p join act_hi_procinst h on h.id_ = p.id_
            left join orders o on o.order_number = p.business_key_
            where p.id_ = p.proc_inst_id_ and p.suspension_state_ = 2 and p.proc_def_key_ in (%s)""".formatted(StuckKind.HELD, StuckKind.processes())),
    /** A task that an analyst has drawn waits for a person. */
    OTHER_TASK("""
            select o.order_number, coalesce(%s, 0) as amount, t.create_time_ as since, p.id_ as process
            from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_
            left join orders o on o.order_number = p.business_key_
            where p.proc_def_key_ in (%s) and t.task_def_key_ not in (%s)""".formatted(StuckKind.HELD, StuckKind.processes(), StuckKind.ourTasks())),
    /** The customer has not paid yet. The amount is what is to be paid. */
    AWAITING_PAYMENT("""
            select o.order_number, o.payment_amount as amount, o.ordered_at as since, null as process
            from orders o where o.status = 'CREATED' and o.payment_status = 'PENDING'"""),
    /** The order is paid, and the carrier has no parcel of it. */
    AWAITING_HAND_OVER("""
            select o.order_number, o.payment_amount - o.refunded_amount as amount, o.paid_at as since, null as process
            from orders o where o.status = 'PAID'
            union all
            select o.order_number, o.payment_amount - o.refunded_amount, o.paid_at, null
            from orders o where o.status = 'PROCESSING'"""),
    /** The carrier has the parcel, and has not told that it is delivered. */
    AWAITING_DELIVERY("""
            select o.order_number, o.payment_amount - o.refunded_amount as amount, o.shipped_at as since, null as process
            from orders o where o.status = 'SHIPPED'""");

    /** What the shop holds of the order's money: what was paid, as far as it is not back. */
    private static final String HELD =
            "(case when o.paid_at is null then 0 else o.payment_amount - o.refunded_amount end)";

    private final String query;

    StuckKind(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }

    private static String processes() {
        return ProcessKey.all().stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
    }

    private static String ourTasks() {
        return Arrays.stream(Step.values())
                .map(step -> "'" + step.inDiagram() + "'")
                .collect(Collectors.joining(", "));
    }
}
