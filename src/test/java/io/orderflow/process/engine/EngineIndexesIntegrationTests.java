package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderflow.DatabaseTest;
import io.orderflow.TestDatabase;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({Shop.class, GatewayClerk.class, CarrierBooks.class})
class EngineIndexesIntegrationTests {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient database;

    @Autowired
    HistoryService history;

    @Test
    void historyHasTheIndexesItIsReadByAndNoOthers() {
        assumeTrue(TestDatabase.isPostgres());

        List<String> indexes = database.sql("select indexname from pg_indexes where tablename = 'act_hi_actinst'")
                .query(String.class)
                .list();

        assertThat(indexes)
                .containsExactlyInAnyOrder(
                        "act_hi_actinst_pkey", "act_idx_hi_act_inst_procinst", "act_hi_actinst_by_start");
    }

    @Test
    void businessKeysAreFoundWithTheirProcessAndNoTenantsAreKept() {
        assumeTrue(TestDatabase.isPostgres());

        List<String> definitions = database.sql("select indexdef from pg_indexes where tablename = 'act_ru_execution'")
                .query(String.class)
                .list();

        assertThat(definitions)
                .filteredOn(it -> it.contains("business_key_"))
                .singleElement()
                .asString()
                .endsWith("(business_key_, proc_def_key_) WHERE (business_key_ IS NOT NULL)");
        assertThat(definitions).noneMatch(it -> it.contains("tenant_id_"));
    }

    /** An index of what changes at the end of a row would have it written anew, and into all other indexes too. */
    @Test
    void endOfAnActivityTouchesNoIndex() {
        assumeTrue(TestDatabase.isPostgres());

        List<String> definitions = database.sql("select indexdef from pg_indexes where tablename = 'act_hi_actinst'")
                .query(String.class)
                .list();

        assertThat(definitions)
                .isNotEmpty()
                .noneMatch(
                        it -> it.contains("end_time_") || it.contains("duration_") || it.contains("act_inst_state_"));
    }

    @Test
    void historyIsStillAnsweredByAllThatItCanBeAskedFor() throws Exception {
        OrderNumber order = shop.place(shop.product(5), 1);
        String instance = shop.process(order).getId();
        String definition = shop.process(order).getProcessDefinitionId();

        List<HistoricActivityInstance> all = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list();

        assertThat(all).isNotEmpty();
        HistoricActivityInstance waiting = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .unfinished()
                .activityType("receiveTask")
                .singleResult();
        assertThat(waiting.getActivityId()).isEqualTo("Task_AwaitPayment");
        assertThat(history.createHistoricActivityInstanceQuery()
                        .executionId(waiting.getExecutionId())
                        .count())
                .isEqualTo(all.stream()
                        .filter(it -> it.getExecutionId().equals(waiting.getExecutionId()))
                        .count());
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processDefinitionId(definition)
                        .startedAfter(waiting.getStartTime())
                        .activityId("Task_AwaitPayment")
                        .list())
                .extracting(HistoricActivityInstance::getId)
                .contains(waiting.getId());
    }

    @Test
    void idsRiseWithTime() throws Exception {
        String first = shop.process(shop.place(shop.product(5), 1)).getId();
        String second = shop.process(shop.place(shop.product(5), 1)).getId();

        assertThat(second).isGreaterThan(first);
        assertThat(first).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }
}
