package io.orderflow.process.watching;

import static java.util.stream.Collectors.joining;

import io.orderflow.process.AwaitStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.Step;
import io.orderflow.shared.OrderNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * The processes that wait for what has happened already. First the orders for which something may have happened are
 * read, which are few. Then one statement over our tables and the engine's reads what has happened and where their
 * processes wait. Both are committed together, so a process that is found has really not been told.
 */
@Repository
class UninformedProcesses {

    private static final int PORTION = 500;

    private static final String WAITING = """
            select distinct o.order_number, %s as refund_id, w.suspension_state_ from orders o
            join act_ru_execution p on p.business_key_ = o.order_number
            join act_ru_execution w on w.proc_inst_id_ = p.id_ and w.act_id_ in (%s) %s
            where o.order_number = any(?) and %s""";
    private static final String CHARGE = "join charge c on c.order_number = o.order_number";
    private static final String REFUND = """
            join refund r on r.order_number = o.order_number and r.status <> 'REQUESTED'
            join act_ru_variable v on v.proc_inst_id_ = p.id_ and v.name_ = '%s' and v.text_ = r.refund_id""".formatted(OrderVariables.REFUND_ID);

    /** What may have happened, and where a process waits that was not told of it. */
    enum Happening {
        CHARGE_ANSWERED(
                "the gateway has answered about its payment",
                orders(
                        "status = 'PAID'",
                        "status = 'CREATED' and payment_status = 'IN_PROGRESS'",
                        "status = 'CREATED' and payment_status = 'DECLINED'"),
                "cast(null as varchar)",
                CHARGE,
                "c.status <> 'REQUESTED'",
                AwaitStep.GATEWAY.inDiagram()),
        REFUND_OF_ORDER_ANSWERED(
                "the gateway has answered about its refund",
                orders(
                        "status = 'CANCELLED' and payment_status = 'IN_PROGRESS'",
                                "status = 'CANCELLED' and payment_status = 'PAID'",
                        "status = 'CANCELLED' and payment_status = 'PARTIALLY_REFUNDED'",
                                "status = 'CANCELLED' and payment_status = 'REFUNDED'"),
                "r.refund_id",
                REFUND,
                "o.status = 'CANCELLED'",
                AwaitStep.REFUND.inDiagram()),
        REFUND_OF_RETURN_ANSWERED(
                "the gateway has answered about the refund of a return",
                List.of("select order_number from return_request where status = 'APPROVED'"),
                "r.refund_id",
                REFUND,
                "o.status <> 'CANCELLED'",
                AwaitStep.REFUND.inDiagram()),
        CANCELLATION_WANTED(
                "somebody wants it cancelled",
                orders(
                        "status = 'CREATED' and cancellation_reason is not null",
                        "status = 'PAID' and cancellation_reason is not null",
                        "status = 'PROCESSING' and cancellation_reason is not null"),
                "cast(null as varchar)",
                "",
                "o.cancellation_reason is not null",
                AwaitStep.PAYMENT.inDiagram(),
                AwaitStep.HAND_OVER.inDiagram(),
                AwaitStep.BOOKING.inDiagram()),
        EVERYTHING_RETURNED(
                "everything has come back",
                orders("status = 'RETURNED' and ordered_at > current_timestamp - cast('90' as interval day)"),
                "cast(null as varchar)",
                "",
                "o.status = 'RETURNED'",
                AwaitStep.DELIVERY.inDiagram(),
                Step.RESOLVE_SHIPPING_FAILURE.inDiagram()),
        /** The shipping module stores what the carrier tells, and tells it again itself. */
        CARRIER_TOLD(
                "the carrier has told of its parcel",
                List.of("""
                        select distinct coalesce(e.order_number, s.order_number) from carrier_event e
                        left join shipment s on s.tracking_number = e.tracking_number
                        where e.next_try_at is not null and e.outcome = 'PENDING' and e.tries > 0
                        and coalesce(e.order_number, s.order_number) is not null"""),
                "cast(null as varchar)",
                "",
                "1 = 1",
                AwaitStep.HAND_OVER.inDiagram(),
                AwaitStep.DELIVERY.inDiagram(),
                Step.RESOLVE_SHIPPING_FAILURE.inDiagram(),
                Step.RECEIVE_GOODS.inDiagram());

        private final String words;
        private final List<String> candidates;
        private final String waiting;

        Happening(
                String words,
                List<String> candidates,
                @Nullable String refund,
                String joined,
                String happened,
                String... waits) {
            this.words = words;
            this.candidates = candidates;
            this.waiting = WAITING.formatted(
                    refund, Arrays.stream(waits).collect(joining("', '", "'", "'")), joined, happened);
        }

        /** Returns words that complete "the order does not hear that …". */
        String words() {
            return words;
        }

        /** Returns one statement for each condition, so that each uses an index. */
        private static List<String> orders(String... conditions) {
            return Arrays.stream(conditions)
                    .map("select order_number from orders where "::concat)
                    .toList();
        }
    }

    /**
     * A process that waits for what has happened.
     *
     * @param refund the refund that was answered; null if it is not about a refund
     * @param onHold whether the process is suspended, so that it cannot be told now
     */
    record Missed(
            Happening happening,
            OrderNumber order,
            @Nullable String refund,
            boolean onHold) {

        private static final int SUSPENDED = 2;

        private static Missed of(Happening happening, ResultSet row) throws SQLException {
            return new Missed(
                    happening, new OrderNumber(row.getString(1)), row.getString(2), row.getInt(3) == SUSPENDED);
        }
    }

    private final JdbcClient database;

    UninformedProcesses(JdbcClient database) {
        this.database = database;
    }

    List<Missed> all() {
        return Arrays.stream(Happening.values()).flatMap(this::of).toList();
    }

    /** Returns whether the carrier has told something of the order's parcel that no process has heard. */
    boolean isCarrierUnheard(OrderNumber order) {
        return database.sql("""
                        select count(*) from carrier_event where outcome = 'PENDING' and next_try_at is not null
                        and (waits_for = :order or waits_for in (select tracking_number from shipment where order_number = :order))""").param("order", order.value()).query(Long.class).single() > 0;
    }

    private Stream<Missed> of(Happening happening) {
        List<String> candidates = happening.candidates.stream()
                .flatMap(statement -> database.sql(statement).query(String.class).list().stream())
                .toList();
        return IntStream.iterate(0, from -> from < candidates.size(), from -> from + PORTION)
                .mapToObj(from -> candidates.subList(from, Math.min(from + PORTION, candidates.size())))
                .flatMap(portion -> database
                        .sql(happening.waiting)
                        .param(new SqlArrayValue("varchar", portion.toArray()))
                        .query((row, number) -> Missed.of(happening, row))
                        .list()
                        .stream());
    }
}
