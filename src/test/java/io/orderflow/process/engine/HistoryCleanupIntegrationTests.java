package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.DatabaseTest;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's history ends; what the shop itself keeps of an order does not. */
@DatabaseTest
@Import({Shop.class, GatewayClerk.class, CarrierBooks.class})
class HistoryCleanupIntegrationTests {

    @Autowired
    Shop shop;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void cleanUpIsDueInTheNextNight() {
        history.cleanUpHistoryAsync(false);

        List<Job> jobs = history.findHistoryCleanupJobs();

        assertThat(jobs).isNotEmpty().allSatisfy(job -> {
            assertThat(job.isSuspended()).isFalse();
            assertThat(job.getDuedate()).isNotNull();
            assertThat(LocalTime.ofInstant(job.getDuedate().toInstant(), ZoneId.of("Asia/Seoul")))
                    .isBetween(LocalTime.of(2, 0), LocalTime.of(5, 0));
        });
    }

    @Test
    void instancePastItsTimeToLiveGoesAndTheOrderStays() throws Exception {
        OrderNumber old = refunded();
        OrderNumber recent = refunded();
        endedBefore(old, 181);
        endedBefore(recent, 179);

        cleanUp();

        assertThat(instancesOf(old)).isZero();
        assertThat(instancesOf(recent)).isOne();
        assertThat(shop.order(old).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(shop.order(old).refundedAmount()).isEqualTo(Money.won(10_000));
        assertThat(shop.events(old))
                .extracting("type")
                .startsWith("ORDER_PLACED")
                .endsWith("ORDER_REFUNDED");
        assertThat(rows("charge", old)).isOne();
        assertThat(rows("refund", old)).isOne();
    }

    private OrderNumber refunded() throws Exception {
        Sku sku = shop.product(1);
        OrderNumber order = shop.place(sku, 1);
        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        shop.cancel(order);
        shop.letWorkBeDone(order);
        return order;
    }

    private void endedBefore(OrderNumber order, int days) {
        transactions.executeWithoutResult(open -> database.sql(
                        "update ACT_HI_PROCINST set END_TIME_ = ? where BUSINESS_KEY_ = ?")
                .params(Timestamp.from(Instant.now().minus(days, ChronoUnit.DAYS)), order.value())
                .update());
    }

    /** As the job executor does in its window: again until nothing is left. */
    private void cleanUp() {
        history.cleanUpHistoryAsync(true);
        history.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
    }

    private long instancesOf(OrderNumber order) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .count();
    }

    private long rows(String table, OrderNumber order) {
        return database.sql("select count(*) from " + table + " where order_number = ?")
                .param(order.value())
                .query(Long.class)
                .single();
    }
}
