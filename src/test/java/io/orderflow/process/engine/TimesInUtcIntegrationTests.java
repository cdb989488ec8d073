package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.UnfitSetting;
import io.orderflow.shipping.carriers.CarrierBooks;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@DatabaseTest
@Import({Shop.class, GatewayClerk.class, CarrierBooks.class})
class TimesInUtcIntegrationTests {

    @Autowired
    Shop shop;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TimesInUtc check;

    @Test
    void startsOnItsOwnDatabase() throws Exception {
        shop.place(shop.product(1), 1);

        assertThatCode(() -> check.postProcessEngineBuild(engine)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"9, 9.0", "-3, -3.0"})
    void refusesADatabaseThatAnotherZoneHasWritten(int hours, String told) throws Exception {
        String order = shop.place(shop.product(1), 1).value();
        shift(order, hours);

        try {
            assertThatThrownBy(() -> check.postProcessEngineBuild(engine))
                    .isInstanceOf(UnfitSetting.class)
                    .hasMessageContaining(
                            "wrote its times in UTC; in this one they are " + told + " hours ahead of it");
        } finally {
            shift(order, -hours);
        }
    }

    @Test
    void startsWhereAPersonHasBegunAProcessAgainForAnOlderOrder() throws Exception {
        String order = shop.place(shop.product(1), 1).value();
        String first = shop.process(new OrderNumber(order)).getId();
        runtime.deleteProcessInstance(first, "deleted by hand");
        String second = runtime.createProcessInstanceByKey("Order")
                .businessKey(order)
                .startBeforeActivity("Task_AwaitPayment")
                .execute()
                .getId();

        shift("id_", second, 9 * 60);
        assertThatCode(() -> check.postProcessEngineBuild(engine))
                .as("the first one counts")
                .doesNotThrowAnyException();
        history.deleteHistoricProcessInstance(first);
        shift("id_", second, 2);

        assertThatCode(() -> check.postProcessEngineBuild(engine))
                .as("no zone is apart by that")
                .doesNotThrowAnyException();
        shift("id_", second, -9 * 60 - 2);
    }

    private void shift(String order, int hours) {
        shift("business_key_", order, hours * 60);
    }

    private void shift(String column, String value, int minutes) {
        transactions.executeWithoutResult(status -> database.sql("""
                update act_hi_procinst set start_time_ = start_time_ + cast(:minutes as integer) * interval '1' minute
                where %s = :value""".formatted(column))
                .param("minutes", minutes)
                .param("value", value)
                .update());
    }
}
