package io.orderflow.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What customers are told while somebody has suspended what their order needs: try later, and nothing has happened. */
class OrderApiOnHoldIntegrationTests extends OrderApiTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Test
    void placesNothingAndReservesNothingUntilTheDefinitionIsActivated() {
        String sku = product(3);
        Api once = alice.with("Idempotency-Key", UUID.randomUUID().toString());
        Api.Answer refused;
        repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey("Order")
                .suspend();
        try {
            refused = once.post("/api/orders", body(sku, 2));
        } finally {
            repository
                    .updateProcessDefinitionSuspensionState()
                    .byProcessDefinitionKey("Order")
                    .activate();
        }

        assertOnHold(refused);
        assertStock(sku, 3, 0);
        assertThat(once.post("/api/orders", body(sku, 2)).status()).isEqualTo(201);
        assertStock(sku, 3, 2);
    }

    @Test
    void takesNoPaymentForASuspendedOrderButKeepsItsCancellation() {
        String sku = product(3);
        String number = place(sku, 2);
        String process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        runtime.suspendProcessInstanceById(process);

        assertOnHold(alice.post(path(number, "/payment"), pay("card-" + number, 2 * PRICE)));
        assertThat(alice.waiting(0).post(path(number, "/cancellation"), "{}").status())
                .isEqualTo(202);

        runtime.activateProcessInstanceById(process);
        assertThat(order(number).at("/cancellationRequested").asBoolean()).isTrue();
    }

    private static void assertOnHold(Api.Answer refused) {
        assertProblem(refused, 503, "ORDERS_ON_HOLD");
        assertThat(refused.header("Retry-After")).isEqualTo("60");
        assertThat(refused.body()).doesNotContain("Order:", "process", "suspend");
    }
}
