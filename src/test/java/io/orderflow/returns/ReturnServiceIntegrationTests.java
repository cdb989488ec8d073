package io.orderflow.returns;

import static io.orderflow.returns.Goods.ALICE;
import static io.orderflow.returns.Goods.CARPET;
import static io.orderflow.returns.Goods.LAMP;
import static io.orderflow.returns.Goods.line;
import static io.orderflow.returns.Goods.number;
import static io.orderflow.returns.Goods.order;
import static io.orderflow.returns.Goods.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.orderflow.Together;
import io.orderflow.returns.ReturnNotPossible.Cause;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The module by itself on a real database: nobody handles the returns that are requested here. */
@DataJpaTest(showSql = false)
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Import({ReturnService.class, ReturnWindows.class, FakeOrders.class})
@EnableConfigurationProperties(ReturnSettings.class)
@TestPropertySource(properties = {"orders.return-shipping-fee=3000", "orders.return-address=1 Mapo-daero, Seoul"})
@RecordApplicationEvents
@Tag("database")
class ReturnServiceIntegrationTests {

    private static final Actor OPS = new Actor("ops");
    private static final Map<Sku, Quantity> ALL = Map.of();

    @Autowired
    private ReturnService returns;

    @Autowired
    private ReturnWindows windows;

    @Autowired
    private FakeOrders orders;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void requestWithoutItemsIsForAllThatIsLeft() throws Exception {
        OrderNumber order =
                orders.has(order(number(), List.of(line(LAMP, 3, 1, 40, 20), line(CARPET, 2, 2, 1_000, 0))));

        ReturnView requested = returns.request(wish(order, ALL));

        assertThat(requested)
                .usingRecursiveComparison()
                .ignoringFields("requestedAt")
                .isEqualTo(new ReturnView(
                        new ReturnId(order + "-RET1"),
                        order,
                        ReturnStatus.REQUESTED,
                        ReturnReason.DEFECTIVE,
                        "It flickers",
                        List.of(new ReturnView.Item(LAMP, new Quantity(2), null)),
                        Money.won(67),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        assertThat(returns.ofOrder(order, Optional.empty())).containsExactly(requested);
        assertThat(events.stream(ReturnRequested.class))
                .contains(new ReturnRequested(order, new ReturnId(order + "-RET1")));
    }

    @Test
    void requestTakesTheNamedPiecesInTheOrderOfTheLines() throws Exception {
        OrderNumber order = delivered();

        ReturnView requested = returns.request(wish(order, Map.of(CARPET, new Quantity(1), LAMP, new Quantity(3))));

        assertThat(requested.items())
                .containsExactly(
                        new ReturnView.Item(LAMP, new Quantity(3), null),
                        new ReturnView.Item(CARPET, new Quantity(1), null));
        assertThat(requested.refundAmount()).isEqualTo(Money.won(30_000 + 5_000));
    }

    @Test
    void changeOfMindCostsTheShippingOnceAndNothingMore() throws Exception {
        OrderNumber order = delivered();
        OrderNumber cheap = orders.has(order(number(), List.of(line(LAMP, 1, 0, 2_000, 0))));

        assertThat(returns.request(changeOfMind(order)).refundAmount()).isEqualTo(Money.won(30_000 + 10_000 - 3_000));
        assertThat(returns.request(changeOfMind(cheap)).refundAmount()).isEqualTo(Money.ZERO);
    }

    @Test
    void ordersOfOthersAreUnknownExceptToOps() throws Exception {
        OrderNumber order = delivered();
        Optional<CustomerId> bob = Optional.of(new CustomerId("bob"));

        assertThatThrownBy(() ->
                        returns.request(new RequestReturn(order, bob, new Actor("bob"), ReturnReason.OTHER, null, ALL)))
                .isInstanceOf(OrderUnknown.class);
        assertThatThrownBy(() -> returns.ofOrder(order, bob)).isInstanceOf(OrderUnknown.class);
        assertThatThrownBy(() -> returns.ofOrder(number(), Optional.empty())).isInstanceOf(OrderUnknown.class);
        returns.request(new RequestReturn(order, Optional.empty(), OPS, ReturnReason.OTHER, null, ALL));
        assertThat(returns.ofOrder(order, Optional.of(ALICE))).hasSize(1);
    }

    @Test
    void refusesWhatCannotComeBackNow() throws Exception {
        OrderNumber notShipped =
                orders.has(new ReturnableOrder(number(), ALICE, false, null, List.of(line(LAMP, 1, 0, 1, 0))));
        OrderNumber allBack = orders.has(order(number(), List.of(line(LAMP, 1, 1, 1, 0))));
        OrderNumber open = delivered();
        returns.request(wish(open, Map.of(LAMP, new Quantity(1))));
        OrderNumber approved = delivered();
        approve(returns.request(wish(approved, Map.of(LAMP, new Quantity(1)))));

        assertThat(refusal(notShipped)).isEqualTo(Cause.NOT_SHIPPED);
        assertThat(refusal(allBack)).isEqualTo(Cause.NOTHING_LEFT);
        assertThat(refusal(open)).isEqualTo(Cause.ANOTHER_OPEN);
        assertThat(refusal(approved)).isEqualTo(Cause.ANOTHER_OPEN);
        assertThat(returns.ofOrder(open, Optional.empty())).hasSize(1);
    }

    @Test
    void takesGoodsBackUntilTheWindowOfTheirReasonCloses() throws Exception {
        OrderNumber longAgo = delivered(Duration.ofDays(10));

        ReturnNotPossible refusal = refusal(wish(longAgo, ReturnReason.CHANGE_OF_MIND, ALL));

        assertThat(refusal.cause()).isEqualTo(Cause.WINDOW_CLOSED);
        assertThat(refusal.deadline()).contains(windows.until(ReturnReason.CHANGE_OF_MIND, deliveredAt(longAgo)));
        assertThat(refusal(wish(longAgo, ReturnReason.OTHER, ALL)).cause()).isEqualTo(Cause.WINDOW_CLOSED);
        assertThat(returns.ofOrder(longAgo, Optional.empty())).isEmpty();
        assertThat(returns.request(wish(longAgo, ReturnReason.DEFECTIVE, ALL)).status())
                .isEqualTo(ReturnStatus.REQUESTED);
        assertThat(returns.request(wish(delivered(Duration.ofDays(10)), ReturnReason.WRONG_ITEM, ALL))
                        .status())
                .isEqualTo(ReturnStatus.REQUESTED);
        assertThat(refusal(wish(delivered(Duration.ofDays(100)), ReturnReason.DEFECTIVE, ALL))
                        .cause())
                .isEqualTo(Cause.WINDOW_CLOSED);
    }

    @Test
    void takesGoodsBackThatAreStillOnTheirWayWhateverTheReason() throws Exception {
        for (ReturnReason reason : ReturnReason.values()) {
            OrderNumber order =
                    orders.has(new ReturnableOrder(number(), ALICE, true, null, List.of(line(LAMP, 1, 0, 40, 0))));

            assertThat(returns.request(wish(order, reason, ALL)).status()).isEqualTo(ReturnStatus.REQUESTED);
        }
    }

    /**
     * What lasts comes before what passes: nothing is left for ever, a window is closed for one reason, a return ends.
     */
    @Test
    void saysTheMostLastingOfSeveralCauses() throws Exception {
        Instant longAgo = Instant.now().minus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MILLIS);
        OrderNumber neverShipped =
                orders.has(new ReturnableOrder(number(), ALICE, false, longAgo, List.of(line(LAMP, 1, 1, 1, 0))));
        OrderNumber allBackLongAgo =
                orders.has(new ReturnableOrder(number(), ALICE, true, longAgo, List.of(line(LAMP, 1, 1, 1, 0))));
        OrderNumber openAndLate = delivered(Duration.ofDays(10));
        returns.request(wish(openAndLate, ReturnReason.DEFECTIVE, Map.of(LAMP, new Quantity(1))));

        assertThat(refusal(wish(neverShipped, ReturnReason.OTHER, ALL)).cause()).isEqualTo(Cause.NOT_SHIPPED);
        assertThat(refusal(wish(allBackLongAgo, ReturnReason.OTHER, ALL)).cause())
                .isEqualTo(Cause.NOTHING_LEFT);
        assertThat(refusal(wish(openAndLate, ReturnReason.OTHER, ALL)).cause()).isEqualTo(Cause.WINDOW_CLOSED);
        assertThat(refusal(wish(openAndLate, ReturnReason.DEFECTIVE, ALL)).cause())
                .isEqualTo(Cause.ANOTHER_OPEN);
    }

    @Test
    void refusesMorePiecesThanAreLeftNamingThem() throws Exception {
        OrderNumber order =
                orders.has(order(number(), List.of(line(LAMP, 3, 1, 40, 20), line(CARPET, 2, 0, 1_000, 0))));
        Sku stranger = new Sku("ALIEN-01");

        TooManyReturned refusal = catchThrowableOfType(
                TooManyReturned.class,
                () -> returns.request(wish(
                        order, Map.of(LAMP, new Quantity(3), CARPET, new Quantity(2), stranger, new Quantity(1)))));

        assertThat(refusal.skus()).containsExactly(stranger, LAMP);
        assertThat(returns.ofOrder(order, Optional.empty())).isEmpty();
    }

    @Test
    void furtherReturnsFollowWhenTheOneBeforeIsOver() throws Exception {
        OrderNumber order = delivered();
        ReturnView rejected = returns.request(wish(order, ALL));
        returns.reject(id(rejected), OPS, "Not flickering");

        ReturnView second = returns.request(wish(order, Map.of(LAMP, new Quantity(1))));
        approve(second);
        returns.inspect(id(second), OPS, List.of(new Inspected(LAMP, 1, true)));
        returns.refunded(id(second));
        ReturnView third = returns.request(wish(order, Map.of(CARPET, new Quantity(1))));

        assertThat(third.returnId()).isEqualTo(new ReturnId(order + "-RET3"));
        assertThat(returns.ofOrder(order, Optional.of(ALICE)))
                .extracting(ReturnView::returnId, ReturnView::status)
                .containsExactly(
                        tuple(new ReturnId(order + "-RET1"), ReturnStatus.REJECTED),
                        tuple(new ReturnId(order + "-RET2"), ReturnStatus.REFUNDED),
                        tuple(new ReturnId(order + "-RET3"), ReturnStatus.REQUESTED));
    }

    @Test
    void oneOfManyRequestsAtOnceIsTaken() throws Exception {
        OrderNumber order = delivered();

        List<Object> outcomes =
                Together.run(16, i -> () -> returns.request(wish(order, Map.of(LAMP, new Quantity(1)))));

        assertThat(outcomes).filteredOn(ReturnView.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ReturnNotPossible.class::isInstance).hasSize(15);
        assertThat(returns.ofOrder(order, Optional.empty())).hasSize(1);
    }

    @Test
    void repeatWithTheSameKeyAnswersWithTheFirstReturn() throws Exception {
        OrderNumber order = delivered();
        RequestReturn wish = new RequestReturn(
                order,
                Optional.of(ALICE),
                new Actor("alice"),
                ReturnReason.OTHER,
                null,
                new TreeMap<>(),
                order.value());

        ReturnView first = returns.request(wish);
        ReturnView again = returns.request(wish);

        assertThat(again).isEqualTo(first);
        assertThat(returns.ofOrder(order, Optional.empty())).hasSize(1);
    }

    @Test
    void keyUsedAgainAfterItsRetentionMeansAnotherReturn() throws Exception {
        OrderNumber order = delivered();
        RequestReturn wish = new RequestReturn(
                order,
                Optional.of(ALICE),
                new Actor("alice"),
                ReturnReason.OTHER,
                null,
                new TreeMap<>(),
                order.value());
        ReturnView first = returns.request(wish);
        returns.reject(first.returnId(), OPS, "worn");
        transaction.executeWithoutResult(t -> jdbc.update(
                "update return_request set requested_at = requested_at - interval '2' day where return_id = ?",
                first.returnId().value()));

        ReturnView second = returns.request(wish);

        assertThat(second.returnId()).isNotEqualTo(first.returnId());
        assertThat(returns.ofOrder(order, Optional.empty())).hasSize(2);
    }

    @Test
    void factsTellWhatIsNeededToDecide() throws Exception {
        CustomerId carol = new CustomerId("carol-" + System.nanoTime());
        OrderNumber earlier =
                orders.has(new ReturnableOrder(number(), carol, true, null, List.of(line(LAMP, 1, 0, 40, 0))));
        OrderNumber order =
                orders.has(new ReturnableOrder(number(), carol, true, null, List.of(line(LAMP, 3, 1, 40, 20))));
        returns.request(new RequestReturn(earlier, Optional.empty(), OPS, ReturnReason.OTHER, null, ALL));
        ReturnView requested =
                returns.request(new RequestReturn(order, Optional.empty(), OPS, ReturnReason.WRONG_ITEM, "Blue", ALL));

        ReturnFacts facts = returns.facts(id(requested));

        assertThat(facts)
                .isEqualTo(new ReturnFacts(
                        id(requested),
                        order,
                        carol,
                        ReturnStatus.REQUESTED,
                        ReturnReason.WRONG_ITEM,
                        "Blue",
                        List.of(new ReturnFacts.Item(LAMP, "A LAMP-01", Money.won(40), new Quantity(2))),
                        Money.won(67),
                        requested.requestedAt(),
                        ReturnWindow.BEFORE_DELIVERY,
                        null,
                        1));
    }

    @Test
    void factsTellWhereTheRequestLiesAndItsDeadline() throws Exception {
        OrderNumber order = delivered(Duration.ofDays(10));
        ReturnView requested = returns.request(wish(order, ReturnReason.DEFECTIVE, ALL));

        ReturnFacts facts = returns.facts(id(requested));

        assertThat(facts.window()).isEqualTo(ReturnWindow.AFTER_WITHDRAWAL);
        assertThat(facts.until()).isEqualTo(windows.until(ReturnReason.DEFECTIVE, deliveredAt(order)));
    }

    @Test
    void goesFromRequestToRefundHoweverOftenEachStepIsRepeated() throws Exception {
        OrderNumber order = delivered();
        ReturnId id = id(returns.request(changeOfMind(order)));
        List<Inspected> found = List.of(new Inspected(CARPET, 1, false), new Inspected(LAMP, 3, true));

        returns.approve(id, OPS, " ");
        returns.approve(id, OPS, null);
        Refundable refundable = returns.inspect(id, OPS, found);
        Refundable again = returns.inspect(id, OPS, found);
        returns.refunded(id);
        returns.refunded(id);

        assertThat(refundable)
                .isEqualTo(again)
                .isEqualTo(new Refundable(
                        order,
                        List.of(
                                new Refundable.Goods(LAMP, new Quantity(3), true),
                                new Refundable.Goods(CARPET, new Quantity(1), false)),
                        Money.won(30_000 + 5_000 - 3_000),
                        Money.won(3_000)));
        assertThat(returns.ofOrder(order, Optional.empty())).singleElement().satisfies(view -> {
            assertThat(view.status()).isEqualTo(ReturnStatus.REFUNDED);
            assertThat(view.refundAmount()).isEqualTo(Money.won(32_000));
            assertThat(view.decidedBy()).isEqualTo(OPS);
            assertThat(view.decisionReason()).isNull();
            assertThat(view.items()).extracting(ReturnView.Item::accepted).containsExactly(3, 1);
        });
    }

    @Test
    void wrongInspectionChangesNothing() throws Exception {
        ReturnId id = id(returns.request(wish(delivered(), ALL)));
        returns.approve(id, OPS, null);

        assertThatThrownBy(() -> returns.inspect(id, OPS, List.of(new Inspected(LAMP, 3, true))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThatThrownBy(() -> returns.refunded(id)).isInstanceOf(IllegalStateException.class);
        returns.inspect(id, OPS, List.of(new Inspected(LAMP, 3, true), new Inspected(CARPET, 2, true)));
    }

    @Test
    void rejectsWithAReasonOnly() throws Exception {
        ReturnId id = id(returns.request(wish(delivered(), ALL)));

        assertThatThrownBy(() -> returns.reject(id, OPS, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> returns.reject(id, OPS, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> returns.reject(id, OPS, "x".repeat(501))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> returns.approve(id, OPS, "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(returns.facts(id).status()).isEqualTo(ReturnStatus.REQUESTED);
    }

    @Test
    void tellsThatNothingCameWithAReasonOnly() throws Exception {
        ReturnView wanted = returns.request(wish(delivered(), ALL));
        approve(wanted);
        ReturnId id = id(wanted);

        assertThatThrownBy(() -> returns.nothingCame(id, OPS, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> returns.nothingCame(id, OPS, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> returns.nothingCame(id, OPS, "x".repeat(501)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(returns.facts(id).status()).isEqualTo(ReturnStatus.APPROVED);

        returns.nothingCame(id, OPS, "x".repeat(500));
        assertThat(returns.facts(id).status()).isEqualTo(ReturnStatus.REJECTED);
    }

    @Test
    void oneOfTwoOppositeDecisionsAtOnceStands() throws Exception {
        ReturnId id = id(returns.request(wish(delivered(), ALL)));

        List<Object> outcomes = Together.run(8, i -> () -> {
            if (i % 2 == 0) {
                returns.approve(id, OPS, null);
            } else {
                returns.reject(id, OPS, "No");
            }
            return "done";
        });

        assertThat(outcomes).filteredOn("done"::equals).hasSize(4);
        assertThat(outcomes).filteredOn(IllegalStateException.class::isInstance).hasSize(4);
    }

    @Test
    void saysWhereTheGoodsOfAnApprovedReturnAreToBeSentAndByWhen() throws Exception {
        ReturnView wanted = returns.request(changeOfMind(delivered()));
        assertThatThrownBy(() -> returns.sendingBack(id(wanted)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not APPROVED");
        approve(wanted);
        Instant approved = jdbc.queryForObject(
                        "select decided_at from return_request where return_id = ?",
                        OffsetDateTime.class,
                        wanted.returnId().value())
                .toInstant();

        SendingBack how = returns.sendingBack(id(wanted));

        assertThat(how).isEqualTo(new SendingBack("1 Mapo-daero, Seoul", windows.sendUntil(approved)));
    }

    private OrderNumber delivered() {
        return orders.has(order(number(), List.of(line(LAMP, 3, 0, 12_000, 6_000), line(CARPET, 2, 0, 5_000, 0))));
    }

    private OrderNumber delivered(Duration ago) {
        return orders.has(new ReturnableOrder(
                number(),
                ALICE,
                true,
                Instant.now().minus(ago).truncatedTo(ChronoUnit.MILLIS),
                List.of(line(LAMP, 3, 0, 12_000, 6_000))));
    }

    private Instant deliveredAt(OrderNumber order) {
        return orders.read(order, Optional.empty()).orElseThrow().deliveredAt();
    }

    private static RequestReturn changeOfMind(OrderNumber order) {
        return new RequestReturn(order, Optional.of(ALICE), new Actor("alice"), ReturnReason.CHANGE_OF_MIND, null, ALL);
    }

    private void approve(ReturnView requested) {
        returns.approve(id(requested), OPS, null);
    }

    private Cause refusal(OrderNumber order) {
        return refusal(wish(order, ALL)).cause();
    }

    private ReturnNotPossible refusal(RequestReturn wanted) {
        return catchThrowableOfType(ReturnNotPossible.class, () -> returns.request(wanted));
    }

    private static ReturnId id(ReturnView view) {
        return view.returnId();
    }
}
