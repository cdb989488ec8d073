package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orderflow.DecidedTable;
import io.orderflow.DecidedTable.Cell;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.ShippingService;
import io.orderflow.shipping.carriers.CarrierBooks;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a carrier's message means for the order: each cell of the table in ADR 31, and what comes of it. */
@ShopTest
class ParcelEventTests extends ShopScenario {

    private static final String RESOLVE = "Task_ResolveShippingFailure";
    private static final Map<String, Object> AGAIN = Map.of("resolution", "SHIP_AGAIN");
    private static final Map<String, Object> GIVE_UP = Map.of("resolution", "GIVE_UP_RESTOCK");

    @Autowired
    OrderInvariants invariants;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    CarrierBooks parcels;

    @Autowired
    ShippingService shipping;

    @Autowired
    JdbcTemplate jdbc;

    Sku sku;
    OrderNumber order;
    Instant handedOver;

    @BeforeEach
    void openShop() throws Exception {
        sku = shop.product(10);
        order = shop.place(sku, 2);
    }

    @AfterEach
    void haveTheCarrierBack() {
        parcels.comeBack();
    }

    // ---- the table

    static Stream<Arguments> cells() {
        return DecidedTable.cells("0031-when-carriers-contradict-themselves.md", "the order").stream()
                .flatMap(cell -> cell.says().contains("/")
                        ? Stream.of(Arguments.of(cell, true), Arguments.of(cell, false))
                        : Stream.of(Arguments.of(cell, true)));
    }

    @ParameterizedTest(name = "{0}, later {1}")
    @MethodSource("cells")
    void messageMeansWhatTheTableSays(Cell cell, boolean later) throws Exception {
        bring(cell.row());
        Standing before = standing();

        tell(cell.column(), 1, later ? clock.instant() : handedOver.plusSeconds(1));

        String[] ages = cell.says().split(" / ");
        List<String> says = List.of((later ? ages[0] : ages[1]).split(", "));
        assertThat(says).isSubsetOf("completes", "fails", "inspects", "known", "noted", "case", "doubt");
        Standing after = standing();
        assertThat(after.status)
                .isEqualTo(
                        says.contains("completes")
                                ? OrderStatus.COMPLETED
                                : says.contains("fails") ? OrderStatus.SHIP_FAILED : before.status);
        assertThat(after.resolving)
                .isEqualTo(says.contains("fails") || before.resolving && !says.contains("completes"));
        assertThat(after.inspecting).isEqualTo(says.contains("inspects"));
        assertThat(after.events > before.events)
                .as("in the audit trail")
                .isNotEqualTo(says.contains("known") || says.contains("inspects"));
        assertThat(kinds())
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                says.contains("case") ? CaseKind.DELIVERED_AFTER_ALL : null,
                                says.contains("doubt") ? CaseKind.NOT_DELIVERED_AFTER_ALL : null)
                        .filter(kind -> kind != null)
                        .toList());
        assertThat(after.moved).as("money, pieces on the shelf, parcels").isEqualTo(before.moved);
        assertToldAgain(cell.column(), after);
        shop.letWorkBeDone(order);
        invariants.check(new Assortment(Map.of(sku, 10), List.of()));
    }

    /**
     * Goods can come in several parcels, so that "they came" is noted each time; of an open return it is heard when
     * that is done.
     */
    private void assertToldAgain(String news, Standing before) throws Exception {
        if (!news.equals("return.received")) {
            List<CaseView> open = openCases();
            tell(news, 1, clock.instant());

            assertThat(standing()).as("told again").isEqualTo(before);
            assertThat(openCases()).isEqualTo(open);
        }
    }

    // ---- what comes of it

    @Test
    void customerIsToldOfTheDeliveryAndTheProcessEnds() throws Exception {
        shipFailed();
        clock.advance(Duration.ofHours(2));
        Instant delivered = clock.instant();
        clock.advance(Duration.ofHours(2));

        tell("delivered", 1, delivered);

        assertThat(shop.process(order)).isNull();
        assertThat(shop.toldAbout(order)).endsWith("shipping-failed", "order-delivered");
        assertThat(shop.order(order).completedAt()).isEqualTo(delivered);
        assertThat(shop.order(order).shipment().status()).isEqualTo("DELIVERED");
    }

    @Test
    void suspendedProcessHearsOfTheDeliveryWhenItIsActivated() throws Exception {
        shipFailed();
        runtime.suspendProcessInstanceById(shop.process(order).getId());
        String told = receive("delivered", 1, clock.instant());
        assertThat(outcome(told)).isEqualTo("PENDING");
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.SHIP_FAILED);

        runtime.activateProcessInstanceById(shop.process(order).getId());
        clock.advance(Duration.ofMinutes(1));
        carrier.applyDue();

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(openCases()).isEmpty();
    }

    @Test
    void caseSaysWhatARefundCosts() throws Exception {
        bring("REFUNDED, given up");

        tell("delivered", 1, clock.instant());

        CaseView found = openCases().get(0);
        assertThat(found.orderNumber()).isEqualTo(order);
        assertThat(found.finding())
                .contains(
                        "parcel " + parcel(1) + " (attempt 1) of order " + order,
                        "The order is REFUNDED",
                        "20,000 won of the 20,000 won paid were refunded",
                        "It costs up to 20,000 won");
    }

    @Test
    void caseSaysWhatASecondParcelCosts() throws Exception {
        bring("SHIPPED, the second parcel");

        tell("delivered", 1, clock.instant());

        assertThat(openCases().get(0).finding())
                .contains(
                        parcel(2) + " (attempt 2) is IN_TRANSIT", "goods of 20,000 won twice", "The order is SHIPPED");
        assertThat(shop.events(order)).last().satisfies(event -> {
            assertThat(event.type()).isEqualTo("SHIPMENT_UPDATED");
            assertThat(event.data()).contains("\"shipmentStatus\":\"DELIVERED\"", "\"attempt\":1");
        });
    }

    @Test
    void explainedCaseStaysClosedWhateverTheCarrierRepeats() throws Exception {
        bring("REFUNDED, called off before hand-over");
        tell("delivered", 1, clock.instant());

        complete("Task_ResolveCase", Map.of("outcome", "EXPLAINED", "note", "the customer sends it back"));
        tell("delivered", 1, clock.instant());

        assertThat(openCases()).isEmpty();
        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void caseOffersNothingThatMovesMoneyOrGoods() throws Exception {
        bring("REFUNDED, given up");
        tell("delivered", 1, clock.instant());

        for (String outcome : List.of("GIVE_BACK", "RESUME")) {
            Throwable refused = catchThrowable(() -> complete("Task_ResolveCase", Map.of("outcome", outcome)));
            assertThat(refused).isInstanceOf(BadUserRequestException.class).hasMessageContaining("is not possible");
        }
    }

    @Test
    void firstParcelIsEnoughWhenTheSecondIsGivenUp() throws Exception {
        bring("SHIPPED, the second parcel");
        tell("delivered", 1, clock.instant());

        tell("return_to_sender", 2, clock.instant());

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(kinds()).containsExactly(CaseKind.DELIVERED_AFTER_ALL);
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(order.value())
                        .taskDefinitionKey(RESOLVE)
                        .count())
                .isZero();
    }

    @Test
    void secondParcelArrivesAsIfNothingHadBeenWhenBothDo() throws Exception {
        bring("SHIPPED, the second parcel");
        tell("delivered", 1, clock.instant());

        tell("delivered", 2, clock.instant());

        assertThat(shop.order(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(openCases()).singleElement().extracting(CaseView::reference).isEqualTo(parcel(1));
    }

    @Test
    void decisionThatComesTooLateIsRefused() throws Exception {
        shipFailed();
        Task task = task(RESOLVE);
        jdbc.update("update orders set status = 'COMPLETED' where order_number = ?", order.value());
        try {
            Throwable refused = catchThrowable(() -> tasks.complete(task.getId(), AGAIN));

            assertThat(refused)
                    .isInstanceOf(BadUserRequestException.class)
                    .hasMessageContaining("the order is COMPLETED meanwhile");
        } finally {
            jdbc.update("update orders set status = 'SHIP_FAILED' where order_number = ?", order.value());
        }
        assertThat(shipping.attempts(order)).isOne();
    }

    // ---- how orders get there

    private void bring(String row) throws Exception {
        switch (row) {
            case "SHIPPED" -> shipped();
            case "SHIPPED, goods said to be back" -> {
                shipped();
                tell("return.received", 1, clock.instant());
            }
            case "SHIPPED, a return is open" -> {
                shipped();
                approveReturn(2);
            }
            case "SHIP_FAILED, not decided" -> shipFailed();
            case "SHIP_FAILED, goods said to be back" -> {
                shipFailed();
                tell("return.received", 1, clock.instant());
            }
            case "SHIP_FAILED, a return is open" -> {
                shipped();
                approveReturn(2);
                tell("failure", 1, clock.instant());
            }
            case "PROCESSING, the second parcel is being booked" -> {
                parcels.moveAway();
                shipFailed();
                complete(RESOLVE, AGAIN);
            }
            case "PROCESSING, the second parcel is booked" -> sentAgain();
            case "SHIPPED, the second parcel" -> {
                sentAgain();
                tell("in_transit", 2, clock.instant());
            }
            case "SHIP_FAILED, the second parcel too" -> {
                sentAgain();
                tell("failure", 2, clock.instant());
            }
            case "COMPLETED" -> completed();
            case "COMPLETED, a return is open" -> {
                completed();
                approveReturn(1);
            }
            case "COMPLETED, a part came back" -> {
                completed();
                returned(1);
            }
            case "COMPLETED by the second parcel" -> {
                sentAgain();
                tell("delivered", 2, clock.instant());
            }
            case "CANCELLED, given up, money owed" -> givenUp("refuse-refund");
            case "REFUNDED, given up" -> givenUp("card");
            case "PROCESSING, being called off" -> {
                parcels.moveAway();
                prepared("card");
                shop.cancel(order);
                shop.letOneStepBeDone(order);
            }
            case "REFUNDED, called off before hand-over" -> {
                prepared("card");
                shop.cancel(order);
                shop.letWorkBeDone(order);
            }
            case "RETURNED, delivered before" -> {
                completed();
                returned(2);
            }
            case "RETURNED on its way" -> {
                shipped();
                returned(2);
            }
            default -> throw new IllegalArgumentException("nobody knows how to get to: " + row);
        }
        assertThat(shop.order(order).status().name()).isEqualTo(row.split("[, ]")[0]);
        assertThat(openCases()).isEmpty();
    }

    private void prepared(String paymentKey) throws Exception {
        shop.pay(order, paymentKey);
        shop.letWorkBeDone(order);
        handedOver = clock.instant();
    }

    private void shipped() throws Exception {
        shipped("card");
    }

    private void shipped(String paymentKey) throws Exception {
        prepared(paymentKey);
        tell("in_transit", 1, clock.instant());
        handedOver = clock.instant();
    }

    private void shipFailed() throws Exception {
        shipped();
        tell("failure", 1, clock.instant());
    }

    private void completed() throws Exception {
        shipped();
        tell("delivered", 1, clock.instant());
    }

    private void sentAgain() throws Exception {
        shipFailed();
        complete(RESOLVE, AGAIN);
        shop.letWorkBeDone(order);
    }

    private void givenUp(String paymentKey) throws Exception {
        shipped(paymentKey);
        tell("failure", 1, clock.instant());
        complete(RESOLVE, GIVE_UP);
        shop.letWorkBeDone(order);
    }

    private void approveReturn(int pieces) throws Exception {
        returns.request(new RequestReturn(
                order,
                Optional.empty(),
                new Actor("alice"),
                ReturnReason.DEFECTIVE,
                null,
                Map.of(sku, new Quantity(pieces))));
        complete("Task_ApproveReturn", Map.of("returnDecision", "APPROVE"));
    }

    private void returned(int pieces) throws Exception {
        approveReturn(pieces);
        complete("Task_ReceiveGoods", Map.of());
        clock.advance(Duration.ofMinutes(1));
        complete(
                "Task_InspectReturn",
                Map.of(
                        "inspection",
                        "[{\"sku\": \"%s\", \"accepted\": %d, \"restock\": true}]".formatted(sku, pieces)));
        shop.letWorkBeDone(order);
    }

    private void complete(String task, Map<String, Object> answer) {
        tasks.complete(task(task).getId(), answer);
    }

    private Task task(String key) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .taskDefinitionKey(key)
                .singleResult();
    }

    // ---- what the carrier tells, and what is to be seen of it

    /** As {@link #receive}; it must not have to be tried again. */
    private void tell(String news, int attempt, Instant at) {
        assertThat(outcome(receive(news, attempt, at))).isNotEqualTo("PENDING");
    }

    private String receive(String news, int attempt, Instant at) {
        String id = UUID.randomUUID().toString();
        carrier.receive(new CarrierMessage(
                id,
                news.contains(".") ? news : "shipment." + news,
                "simulated",
                id,
                parcel(attempt),
                order.value(),
                null,
                at));
        clock.advance(Duration.ofMinutes(1));
        return id;
    }

    private String outcome(String webhookId) {
        return jdbc.queryForObject("select outcome from carrier_event where webhook_id = ?", String.class, webhookId);
    }

    private String parcel(int attempt) {
        return shipping.ofOrder(order).get(attempt - 1).trackingNumber();
    }

    /** @param moved money given back, pieces on the shelf, parcels booked */
    private record Standing(OrderStatus status, boolean resolving, boolean inspecting, int events, List<Long> moved) {}

    private Standing standing() throws Exception {
        OrderView view = shop.order(order);
        return new Standing(
                view.status(),
                task(RESOLVE) != null,
                task("Task_InspectReturn") != null,
                shop.events(order).size(),
                List.of(view.refundedAmount().won(), shop.stock(sku).onHand(), (long)
                        shipping.ofOrder(order).size()));
    }

    private List<CaseView> openCases() {
        return cases.search(
                        CaseState.OPEN,
                        PageRequest.of(0, 1000, Sort.by("caseNumber").descending()))
                .filter(it -> order.equals(it.orderNumber()))
                .toList();
    }

    private List<CaseKind> kinds() {
        return openCases().stream().map(CaseView::kind).toList();
    }
}
