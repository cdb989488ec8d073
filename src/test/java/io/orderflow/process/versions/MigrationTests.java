package io.orderflow.process.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.process.Shop;
import io.orderflow.process.model.Harmless;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.versions.Migration.Started;
import io.orderflow.process.versions.ModelImpact.AtElement;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Running orders follow to a version of their diagram, and come to the end that they would have come to. */
@DatabaseTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // no other test's orders follow along
@Import({Shop.class, GatewayClerk.class, GatewayBooks.class})
class MigrationTests {

    enum Standing {
        UNPAID,
        BEING_CHARGED,
        AWAITING_HAND_OVER,
        REFUND_TO_ASK,
        REFUND_ASKED
    }

    @Autowired
    Shop shop;

    @Autowired
    GatewayBooks gateway;

    @Autowired
    Migration migration;

    @Autowired
    DeployedVersions versions;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    Sku sku;
    CouponCode coupon;
    OrderNumber order;

    @BeforeEach
    void placeOnOurOwnVersion() throws Exception {
        deploy(Harmless.ours());
        sku = shop.product(10);
        coupon = shop.coupon(1);
        order = shop.place(sku, 2, coupon);
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void orderFollowsAndIsCalledOffWithAllGivenBack(Standing standing) throws Exception {
        bring(standing);
        deploy(changed("label"));

        follow(Map.of());

        assertThat(versionOf(order)).isEqualTo(current().version());
        shop.cancel(order);
        shop.letWorkBeDone(order);
        boolean paid = gateway.charges(order) > 0;
        assertThat(shop.order(order).status()).isEqualTo(paid ? OrderStatus.REFUNDED : OrderStatus.CANCELLED);
        assertThat(gateway.refunded(order)).isEqualTo(paid ? 19_000 : 0);
        assertThat(shop.stock(sku).reserved()).isZero();
        assertThat(shop.stock(sku).onHand()).isEqualTo(10);
        assertThat(shop.used(coupon)).isZero();
        assertThat(shop.process(order)).isNull();
    }

    @Test
    void orderFollowsAndIsPaid() throws Exception {
        deploy(changed("label"));

        follow(Map.of());

        shop.pay(order, "card");
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(gateway.charges(order)).isOne();
    }

    @Test
    void tellsWhereOrdersStandWithoutMovingThem() throws Exception {
        int before = versionOf(order);
        deploy(changed("label"));

        ModelImpact impact = migration.impact(current(), Map.of());

        assertThat(impact.elements().stream().filter(it -> it.fromVersion() == before))
                .containsExactly(new AtElement(
                        before, "Task_AwaitPayment", "Await payment", 1, true, "Task_AwaitPayment", null));
        assertThat(versionOf(order)).isEqualTo(before);
    }

    @Test
    void leavesWhoStandsAtWhatIsGone() throws Exception {
        OrderNumber stranded = strandedOrder();
        int before = versionOf(stranded);
        deploy(Harmless.ours());

        assertThat(migration.impact(current(), Map.of()).elements().stream().filter(it -> it.fromVersion() == before))
                .containsExactly(new AtElement(
                        before,
                        "Task_New",
                        "Check address",
                        1,
                        false,
                        null,
                        "version %d has no element with the id Task_New"
                                .formatted(current().version())));
        follow(Map.of());

        assertThat(versionOf(stranded)).isEqualTo(before);
        assertThat(versionOf(order)).isEqualTo(current().version());
    }

    @Test
    void takesAlongByTheMappingWhoStandsAtWhatHasAnotherName() throws Exception {
        OrderNumber stranded = strandedOrder();
        deploy(renamed("a person between two steps", "Task_CheckAddress"));

        follow(Map.of("Task_New", "Task_CheckAddress"));

        assertThat(versionOf(stranded)).isEqualTo(current().version());
        assertThat(runtime.getActiveActivityIds(shop.process(stranded).getId())).containsExactly("Task_CheckAddress");
    }

    @Test
    void refusesAMappingThatTheEngineCannotFollow() throws Exception {
        strandedOrder();
        deploy(renamed("a pause between two steps", "Event_CoolDown"));

        assertThatThrownBy(() -> migration.start(current(), Map.of("Task_New", "Event_CoolDown"), "analyst"))
                .isInstanceOf(UnfitMapping.class)
                .hasMessageContaining("Task_New");
        assertThat(management.createBatchQuery().count()).isZero();
    }

    @Test
    void mappingOfAnElementToItselfSaysNothingNew() throws Exception {
        deploy(changed("label"));

        follow(Map.of("Task_AwaitPayment", "Task_AwaitPayment"));

        assertThat(versionOf(order)).isEqualTo(current().version());
    }

    /** Both wait for the application; an order that was taken from one to the other would be shipped unpaid. */
    @Test
    void refusesAMappingFromOneStepOfOursToAnother() throws Exception {
        deploy(changed("label"));
        Map<String, String> past = Map.of("Task_AwaitPayment", "Task_AwaitHandOver");

        assertThatThrownBy(() -> migration.impact(current(), past)).isInstanceOf(UnfitMapping.class);
        assertThatThrownBy(() -> migration.start(current(), past, "analyst")).isInstanceOf(UnfitMapping.class);
    }

    @Test
    void refusesAMappingFromWhatIsGoneToAStepThatWasThereBefore() throws Exception {
        strandedOrder();
        deploy(Harmless.ours());

        assertThatThrownBy(
                        () -> migration.start(current(), Map.of("Task_New", "Task_ResolveShippingFailure"), "analyst"))
                .isInstanceOf(UnfitMapping.class);
    }

    @Test
    void beginsNoBatchWhileAnotherOneIsUnderWay() throws Exception {
        deploy(changed("label"));
        List<Started> first = migration.start(current(), Map.of(), "analyst");

        assertThatThrownBy(() -> migration.start(current(), Map.of(), "analyst"))
                .isInstanceOf(MigrationUnderWay.class);

        work(first);
        assertThat(versionOf(order)).isEqualTo(current().version());
    }

    @Test
    void nobodyIsLeftForARepeatedCall() throws Exception {
        deploy(changed("label"));
        follow(Map.of());

        assertThat(migration.start(current(), Map.of(), "analyst")).isEmpty();
    }

    // ---- how it is done

    private void bring(Standing standing) throws Exception {
        switch (standing) {
            case UNPAID -> {}
            case BEING_CHARGED -> shop.pay(order, "card");
            case AWAITING_HAND_OVER -> {
                shop.pay(order, "card");
                shop.letWorkBeDone(order);
            }
            case REFUND_TO_ASK -> {
                shop.pay(order, "card");
                shop.letWorkBeDone(order);
                shop.cancel(order);
            }
            case REFUND_ASKED -> {
                shop.pay(order, "card");
                shop.letWorkBeDone(order);
                shop.cancel(order);
                while (shop.nextWork(order) != null) {
                    shop.letOneStepBeDone(order);
                }
            }
        }
    }

    private OrderNumber strandedOrder() throws Exception {
        deploy(changed("a person between two steps"));
        OrderNumber stranded = shop.place(sku, 1);
        shop.pay(stranded, "card");
        shop.letWorkBeDone(stranded);
        assertThat(runtime.getActiveActivityIds(shop.process(stranded).getId())).containsExactly("Task_New");
        return stranded;
    }

    private void follow(Map<String, String> mapping) throws Exception {
        work(migration.start(current(), mapping, "analyst"));
    }

    private void work(List<Started> batches) {
        for (Started started : batches) {
            Batch batch = management.createBatchQuery().batchId(started.batch()).singleResult();
            List<String> definitions = List.of(
                    batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId(), batch.getMonitorJobDefinitionId());
            while (management.createBatchQuery().batchId(batch.getId()).count() > 0) {
                definitions.stream().flatMap(this::jobs).forEach(job -> management.executeJob(job.getId()));
            }
        }
    }

    private Stream<Job> jobs(String definition) {
        return management.createJobQuery().jobDefinitionId(definition).list().stream();
    }

    private int versionOf(OrderNumber number) {
        return repository
                .getProcessDefinition(shop.process(number).getProcessDefinitionId())
                .getVersion();
    }

    private DeployedVersion current() {
        return versions.current("Order").orElseThrow();
    }

    /** Such a change, with another id for what it draws. */
    private static List<ModelFile> renamed(String what, String id) {
        return changed(what).stream()
                .map(file -> file.name().equals("Order.bpmn")
                        ? new ModelFile(
                                file.name(),
                                new String(file.content(), StandardCharsets.UTF_8)
                                        .replace("Task_New", id)
                                        .getBytes(StandardCharsets.UTF_8))
                        : file)
                .toList();
    }

    private static List<ModelFile> changed(String what) {
        return Harmless.all()
                .filter(change -> change.what().equals(what))
                .findFirst()
                .orElseThrow()
                .files();
    }

    private void deploy(List<ModelFile> files) {
        DeploymentBuilder deployment = repository.createDeployment().name("Migration");
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        deployment.deploy();
    }
}
