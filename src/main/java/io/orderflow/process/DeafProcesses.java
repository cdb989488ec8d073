package io.orderflow.process;

import io.orderflow.shared.OrderNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds processes that wait for what has happened already. Statements over our tables and the engine's: what happened and where the
 * process waits are committed together, so whatever one statement finds has really not been heard.
 */
@Repository
class DeafProcesses {

    /** Older orders do not come back while they are on their way. */
    private static final Duration LATELY = Duration.ofDays(90);

    private static final String WAITING = """
            select distinct o.order_number, %s as refund_id, w.suspension_state_ from orders o
            join act_ru_execution p on p.business_key_ = o.order_number
            join act_ru_execution w on w.proc_inst_id_ = p.id_ and w.act_id_ in (%s) %s
            where %s""";

    private static final String REFUND = """
            join refund r on r.order_number = o.order_number and r.status <> 'REQUESTED'
            join act_ru_variable v on v.proc_inst_id_ = p.id_ and v.name_ = 'refundId' and v.text_ = r.refund_id""";

    /** What may have happened, and where a process waits that has not heard of it. */
    enum News {

        CHARGE_ANSWERED("the gateway has answered about its payment", none(), "join charge c on c.order_number = o.order_number",
                """
                c.status <> 'REQUESTED' and (o.status = 'PAID'
                    or o.status = 'CREATED' and o.payment_status in ('IN_PROGRESS', 'DECLINED', 'PAID'))""", OrderWait.GATEWAY),
        REFUND_OF_ORDER_ANSWERED("the gateway has answered about its refund", "r.refund_id", REFUND,
                "o.status = 'CANCELLED' and o.payment_status in ('IN_PROGRESS', 'PAID', 'PARTIALLY_REFUNDED', 'REFUNDED')", OrderWait.REFUND),
        REFUND_OF_RETURN_ANSWERED("the gateway has answered about the refund of a return", "r.refund_id", REFUND,
                "o.order_number in (select b.order_number from return_request b where b.status = 'APPROVED')", OrderWait.REFUND),
        CANCELLATION_WANTED("somebody wants it cancelled", none(), "",
                "o.status in ('CREATED', 'PAID', 'PROCESSING') and o.cancellation_reason is not null",
                OrderWait.PAYMENT, OrderWait.HAND_OVER, OrderWait.BOOKING),
        EVERYTHING_RETURNED("everything has come back", none(), "", "o.status = 'RETURNED' and o.ordered_at > ?", OrderWait.DELIVERY);

        private final String words;
        private final String statement;

        News(String words, String refund, String joined, String happened, OrderWait... waits) {
            this.words = words;
            this.statement = WAITING.formatted(refund,
                    String.join(", ", Arrays.stream(waits).map(wait -> "'" + wait.inDiagram() + "'").toList()), joined, happened);
        }

        /** As in "the order does not hear that …". */
        String words() {
            return words;
        }

        private static String none() {
            return "cast(null as varchar)";
        }
    }

    /**
     * One process that waits.
     *
     * @param refund which refund was answered; null where it is no news of one
     * @param onHold whether it is suspended, so that it cannot be told just now
     */
    record Missed(News news, OrderNumber order, String refund, boolean onHold) {

        private static final int SUSPENDED = 2;

        private static Missed of(News news, ResultSet row) throws SQLException {
            return new Missed(news, new OrderNumber(row.getString(1)), row.getString(2), row.getInt(3) == SUSPENDED);
        }
    }

    private final JdbcClient database;
    private final Clock clock;

    DeafProcesses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Missed> all() {
        return Arrays.stream(News.values()).flatMap(news -> of(news).stream()).toList();
    }

    private List<Missed> of(News news) {
        JdbcClient.StatementSpec statement = database.sql(news.statement);
        if (news == News.EVERYTHING_RETURNED) {
            statement = statement.param(OffsetDateTime.ofInstant(clock.instant().minus(LATELY), ZoneOffset.UTC));
        }
        return statement.query((row, number) -> Missed.of(news, row)).list();
    }
}
