package io.orderflow.process.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.Together;
import io.orderflow.order.OrderStatus;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.process.Shop;
import io.orderflow.process.model.Harmless;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.versions.Migration.Begun;
import io.orderflow.process.versions.Migration.Started;
import io.orderflow.process.versions.ModelImpact.AtElement;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
    CarrierInbox inbox;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

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
        List<Started> first = migration.start(current(), Map.of(), "analyst").batches();

        assertThatThrownBy(() -> migration.start(current(), Map.of(), "analyst"))
                .isInstanceOf(MigrationUnderWay.class);

        work(first);
        assertThat(versionOf(order)).isEqualTo(current().version());
    }

    @Test
    void nobodyIsLeftForARepeatedCall() throws Exception {
        deploy(changed("label"));
        follow(Map.of());

        assertThat(migration.start(current(), Map.of(), "analyst").batches()).isEmpty();
    }

    // ---- what happens between the start and the work

    @Test
    void forgetsWhoEndsBeforeTheirTurn() throws Exception {
        OrderNumber delivered = shop.place(sku, 1);
        OrderNumber cancelled = shop.place(sku, 1);
        shop.pay(delivered, "card");
        shop.letWorkBeDone(delivered);
        deploy(changed("label"));
        List<Started> batches = migration.start(current(), Map.of(), "analyst").batches();

        shop.cancel(cancelled);
        shop.letWorkBeDone(cancelled);
        deliver(delivered);
        work(batches);

        assertThat(shop.process(cancelled)).isNull();
        assertThat(shop.order(delivered).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(versionOf(order)).isEqualTo(current().version());
        MigrationReport report = report();
        assertThat(report.ended()).isEqualTo(2);
        assertThat(report.followed()).isEqualTo(report.toFollow() - 2);
        assertNothingIsLeftOver(report);
    }

    @Test
    void leavesWhoMovesToWhatIsGoneBeforeTheirTurn() throws Exception {
        deploy(changed("a person between two steps"));
        OrderNumber moving = shop.place(sku, 1);
        int before = versionOf(moving);
        deploy(Harmless.ours());
        List<Started> batches = migration.start(current(), Map.of(), "analyst").batches();

        shop.pay(moving, "card");
        shop.letWorkBeDone(moving);
        work(batches);

        assertThat(runtime.getActiveActivityIds(shop.process(moving).getId())).containsExactly("Task_New");
        assertThat(versionOf(moving)).isEqualTo(before);
        assertThat(versionOf(order)).isEqualTo(current().version());
        MigrationReport report = report();
        assertThat(report.stayed().stream().filter(at -> at.fromVersion() == before))
                .isEqualTo(migration.impact(current(), Map.of()).elements().stream()
                        .filter(at -> at.fromVersion() == before)
                        .toList());
        assertNothingIsLeftOver(report);
    }

    @Test
    void leavesWhoWaitsAtASavePointThatIsGone() throws Exception {
        deploy(changed("save point behind a step"));
        OrderNumber waiting = shop.place(sku, 1);
        shop.pay(waiting, "card");
        for (int step = 0; step < 10 && !isAt("Event_PaymentConfirmed", waiting); step++) {
            shop.letOneStepBeDone(waiting);
        }
        assertThat(isAt("Event_PaymentConfirmed", waiting)).isTrue();
        int before = versionOf(waiting);
        deploy(Harmless.ours());

        follow(Map.of());

        assertThat(versionOf(waiting)).isEqualTo(before);
        MigrationReport report = report();
        assertThat(report.stayed().stream().filter(at -> at.fromVersion() == before))
                .singleElement()
                .satisfies(at -> assertThat(at.reason()).isNotBlank())
                .extracting(AtElement::element)
                .isEqualTo("Event_PaymentConfirmed");
        assertNothingIsLeftOver(report);
    }

    private boolean isAt(String element, OrderNumber waiting) {
        return runtime.getActiveActivityIds(shop.process(waiting).getId()).contains(element);
    }

    @Test
    void takesAlongWhoIsBeingCalledOffWhenTheirTurnComes() throws Exception {
        bring(Standing.AWAITING_HAND_OVER);
        deploy(changed("label"));
        List<Started> batches = migration.start(current(), Map.of(), "analyst").batches();

        shop.cancel(order);
        work(batches);

        assertThat(versionOf(order)).isEqualTo(current().version());
        shop.letWorkBeDone(order);
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertNothingIsLeftOver(report());
    }

    @Test
    void reportTellsWhoIsStillToComeAndWhoStays() throws Exception {
        strandedOrder();
        deploy(Harmless.ours());

        assertThat(migration.latest(current())).isEmpty();
        List<Started> batches = migration.start(current(), Map.of(), "analyst").batches();
        MigrationReport begun = report();
        work(batches);

        assertThat(begun.startedBy()).isEqualTo("analyst");
        assertThat(begun.startedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(begun.toFollow())
                .isEqualTo(batches.stream().mapToInt(Started::processes).sum())
                .isEqualTo(begun.left())
                .isPositive();
        assertThat(begun.stayed()).extracting(AtElement::element).contains("Task_New");
        MigrationReport done = report();
        assertThat(done.followed()).isEqualTo(begun.toFollow());
        assertThat(done.stayed()).isEqualTo(begun.stayed());
        assertNothingIsLeftOver(done);
    }

    @Test
    void oneOfTwoThatAreStartedAtOnceFindsTheOtherUnderWay() throws Exception {
        deploy(changed("label"));

        List<Object> outcomes = Together.run(2, i -> () -> migration.start(current(), Map.of(), "analyst"));

        assertThat(outcomes).filteredOn(MigrationUnderWay.class::isInstance).hasSize(1);
        Begun begun = (Begun)
                outcomes.stream().filter(Begun.class::isInstance).findFirst().orElseThrow();
        assertThat(begun.impact().running())
                .isEqualTo(begun.batches().stream().mapToInt(Started::processes).sum()
                        + report().stayed().stream()
                                .mapToLong(AtElement::running)
                                .sum());
        work(begun.batches());
        assertNothingIsLeftOver(report());
    }

    // ---- how it is done

    private MigrationReport report() {
        return migration.latest(current()).orElseThrow();
    }

    @Test
    void keepsADeploymentInWhichTheRefundOfAnOrderThatFollowedIsSettled() throws Exception {
        deploy(changed("label"));
        OrderNumber refused = shop.place(sku, 1);
        shop.pay(refused, "refuse-refund");
        shop.letWorkBeDone(refused);
        shop.cancel(refused);
        shop.letWorkBeDone(refused);
        String settled = deploymentOf(shop.settling(refused));
        deploy(Harmless.ours());
        follow(Map.of());
        assertThat(deploymentOf(shop.process(refused))).isNotEqualTo(settled);
        assertThat(deploymentOf(shop.settling(refused))).isEqualTo(settled);

        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            assertThatThrownBy(() -> repository.deleteDeployment(settled, true))
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageContaining("a refund would be settled");
        } finally {
            identity.clearAuthentication();
        }

        assertThat(shop.settling(refused)).isNotNull();
        settleOutside(refused);
        assertThat(shop.order(refused).status()).isEqualTo(OrderStatus.REFUNDED);
        identity.setAuthentication("admin", List.of("camunda-admin"));
        try {
            repository.deleteDeployment(settled, true);
        } finally {
            identity.clearAuthentication();
        }
        assertThat(repository.createDeploymentQuery().deploymentId(settled).count())
                .isZero();
    }

    private void settleOutside(OrderNumber number) throws Exception {
        String task = tasks.createTaskQuery()
                .processInstanceId(shop.settling(number).getId())
                .singleResult()
                .getId();
        tasks.complete(task, Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1"));
        shop.letWorkBeDone(number);
    }

    private String deploymentOf(ProcessInstance process) {
        return repository.getProcessDefinition(process.getProcessDefinitionId()).getDeploymentId();
    }

    private void assertNothingIsLeftOver(MigrationReport report) {
        assertThat(report.left()).isZero();
        assertThat(management.createBatchQuery().count()).isZero();
        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(management.createJobQuery().withException().count()).isZero();
    }

    private void deliver(OrderNumber number) throws Exception {
        inbox.receive(new CarrierMessage(
                number.value(),
                "shipment.delivered",
                "simulated",
                number.value(),
                null,
                number.value(),
                null,
                Instant.now()));
        shop.letWorkBeDone(number);
    }

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
        work(migration.start(current(), mapping, "analyst").batches());
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
