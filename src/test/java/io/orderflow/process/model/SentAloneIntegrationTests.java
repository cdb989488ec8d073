package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.OneTask;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** One of our files is sent alone, as Modeler's button does: it is in force, and all that it needs is there. */
@DatabaseTest
@DirtiesContext // a newer version of the models stays behind for a while
@Import({Shop.class, GatewayClerk.class})
class SentAloneIntegrationTests {

    private static final String ALONE = "sent alone";

    @Autowired
    Shop shop;

    @Autowired
    ReturnService returns;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    Clock clock;

    @AfterEach
    void takeAwayWhatWasSent() {
        repository
                .createDeploymentQuery()
                .deploymentName(ALONE)
                .list()
                .forEach(it -> repository.deleteDeployment(it.getId(), true));
    }

    static Stream<String> files() {
        return Harmless.ours().stream().map(ModelFile::name);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isInForceForWhateverBeginsAfterIt(String name) throws Exception {
        ModelFile sent = changed(name);

        send(sent);

        Set<String> affected = Contained.IN.getOrDefault(name, Set.of("Order", "Return", "ResolveCase"));
        for (String key : affected) {
            String deployment = newest(key).getDeploymentId();
            assertThat(repository.getResourceAsStream(deployment, name))
                    .as(name + " beside " + key)
                    .hasBinaryContent(sent.content());
        }
        placeShipAndReturn();
        refuseRefund();
    }

    /** Which processes a file is bound to; the others hold it because they are bound to something that is. */
    private static final class Contained {
        static final Map<String, Set<String>> IN = Map.of(
                "Order.bpmn", Set.of("Order"),
                "Return.bpmn", Set.of("Return"),
                "ResolveCase.bpmn", Set.of("ResolveCase"),
                "ReturnPolicy.dmn", Set.of("Return"),
                "ApproveReturn.form", Set.of("Return"),
                "ReceiveGoods.form", Set.of("Return"),
                "InspectReturn.form", Set.of("Return"),
                "ResolveCase.form", Set.of("ResolveCase"),
                "ResolveShippingFailure.form", Set.of("Order"));
    }

    @Test
    void takesAlongTheAnalystsVersionsOfTheOthers() throws Exception {
        ModelFile form = changed("ApproveReturn.form");
        send(form);

        send(changed("Return.bpmn"));
        send(changed("ReturnPolicy.dmn"));

        String deployment = newest("Return").getDeploymentId();
        assertThat(repository.getResourceAsStream(deployment, form.name())).hasBinaryContent(form.content());
        assertThat(repository.getResourceAsStream(deployment, "Return.bpmn"))
                .hasBinaryContent(changed("Return.bpmn").content());
    }

    @Test
    void leavesAloneWhatIsNotBoundToIt() throws Exception {
        String before = newest("Return").getId();

        send(changed("Order.bpmn"));

        assertThat(newest("Return").getId()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsNowhere() {
        String order = text(changed("Order.bpmn"))
                .replace("camunda:formRef=\"ResolveShippingFailure\"", "camunda:formRef=\"Nowhere\"");

        assertThatThrownBy(() -> send(new ModelFile("Order.bpmn", order.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("Resolve shipping failure (Task_ResolveShippingFailure): the form “Nowhere” is"
                        + " neither in this deployment nor in use");
    }

    @Test
    void refusesAFileInTheWayOfAnother() {
        ModelFile order = changed("Order.bpmn");
        ModelFile own = new ModelFile("SettleRefund.bpmn", OneTask.model("Own").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> send(order, own))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(
                        "SettleRefund.bpmn: the file of this name that is in use would have to be deployed");
    }

    private void placeShipAndReturn() throws Exception {
        Sku sku = shop.product(10);
        OrderNumber order = paid(sku, "card");
        told(order, "shipment.in_transit");
        told(order, "shipment.delivered");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        returns.request(new RequestReturn(
                order, Optional.empty(), new Actor("alice"), ReturnReason.CHANGE_OF_MIND, null, Map.of()));
        answer(order, "Task_ApproveReturn", Map.of("returnDecision", "APPROVE"));
        answer(order, "Task_ReceiveGoods", Map.of());
        answer(
                order,
                "Task_InspectReturn",
                Map.of("inspection", "[{\"sku\": \"%s\", \"accepted\": 1, \"restock\": true}]".formatted(sku.value())));
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.RETURNED);
    }

    private void refuseRefund() throws Exception {
        OrderNumber order = paid(shop.product(10), "refuse-refund");
        shop.cancel(order);
        shop.letWorkBeDone(order);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .taskDefinitionKey("Task_SettleRefund")
                        .count())
                .isOne();
    }

    private OrderNumber paid(Sku sku, String key) throws Exception {
        OrderNumber order = shop.place(sku, 1);
        shop.pay(order, key);
        shop.letWorkBeDone(order);
        return order;
    }

    private void told(OrderNumber order, String type) {
        carrier.receive(new CarrierMessage(
                order + type, type, "simulated", order + type, null, order.value(), null, clock.instant()));
        carrier.applyDue();
    }

    private void answer(OrderNumber order, String task, Map<String, Object> answer) {
        tasks.complete(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .taskDefinitionKey(task)
                        .singleResult()
                        .getId(),
                answer);
    }

    private ProcessDefinition newest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private void send(ModelFile... files) throws IOException {
        var deployment = repository.createDeployment().name(ALONE);
        List.of(files)
                .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
    }

    private static ModelFile changed(String name) {
        ModelFile ours = Harmless.ours().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new ModelFile(name, (text(ours) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ModelFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
