package io.orderflow.returns;

import static io.orderflow.returns.Goods.CARPET;
import static io.orderflow.returns.Goods.LAMP;
import static io.orderflow.returns.Goods.line;
import static io.orderflow.returns.Goods.order;
import static io.orderflow.returns.Goods.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ReturnTests {

    private static final Actor OPS = new Actor("ops");
    private static final Actor OTHER = new Actor("inspector");
    private static final OrderNumber NUMBER = new OrderNumber("ORD-1-TEST");
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00.123Z");

    private final Return goods = request(Money.ZERO, line(LAMP, 3, 1, 40, 20), line(CARPET, 2, 0, 1_000, 0));

    @Test
    void tellsAtOnceWhatIsRefundedIfAllIsAccepted() {
        assertThat(goods.view().refundAmount()).isEqualTo(Money.won(67 + 2_000));
        assertThat(facts(goods).refund()).isEqualTo(Money.won(67 + 2_000));
    }

    @Test
    void refundShownAtRequestIsTheRefundMadeWhenAllIsAccepted() {
        Return charged = request(Money.won(500), line(LAMP, 3, 1, 40, 20), line(CARPET, 2, 0, 1_000, 0));
        charged.approve(OPS, null, NOW);

        charged.inspect(found(new Inspected(LAMP, 2, true), new Inspected(CARPET, 2, false)), OTHER, NOW);

        assertThat(charged.refundable().refund()).isEqualTo(Money.won(67 + 2_000 - 500));
        assertThat(facts(charged).refund()).isEqualTo(charged.refundable().refund());
        assertThat(charged.refundable().fee()).isEqualTo(Money.won(500));
    }

    @Test
    void keepsNoMoreThanTheGoodsAreWorth() {
        Return cheap = request(Money.won(500), line(LAMP, 1, 0, 40, 0));
        cheap.approve(OPS, null, NOW);

        cheap.inspect(found(new Inspected(LAMP, 1, true)), OTHER, NOW);

        assertThat(cheap.refundable().refund()).isEqualTo(Money.ZERO);
        assertThat(cheap.refundable().fee()).isEqualTo(Money.won(40));
    }

    @Test
    void refundsOnlyWhatIsAccepted() {
        goods.approve(OPS, "as usual", NOW);

        goods.inspect(found(new Inspected(CARPET, 0, false), new Inspected(LAMP, 1, true)), OTHER, NOW);

        assertThat(goods.refundable())
                .isEqualTo(new Refundable(
                        NUMBER, List.of(new Refundable.Goods(LAMP, new Quantity(1), true)), Money.won(33), Money.ZERO));
        assertThat(goods.view())
                .extracting(
                        ReturnView::status, ReturnView::refundAmount, ReturnView::decidedBy, ReturnView::decisionReason)
                .containsExactly(ReturnStatus.APPROVED, Money.won(33), OPS, "as usual");
        assertThat(facts(goods).refund()).isEqualTo(Money.won(67 + 2_000));
    }

    @Test
    void endsRejectedWhenNothingIsAccepted() {
        goods.approve(OPS, null, NOW);

        goods.inspect(found(new Inspected(LAMP, 0, false), new Inspected(CARPET, 0, false)), OTHER, NOW);
        goods.refunded(NOW);
        goods.approve(OPS, null, NOW);

        assertThat(goods.refundable().accepted()).isEmpty();
        assertThat(goods.refundable().refund()).isEqualTo(Money.ZERO);
        assertThat(goods.refundable().fee()).isEqualTo(Money.ZERO);
        assertThat(goods.view())
                .extracting(
                        ReturnView::status, ReturnView::refundAmount, ReturnView::decidedBy, ReturnView::decisionReason)
                .containsExactly(ReturnStatus.REJECTED, Money.ZERO, OTHER, Return.NOTHING_ACCEPTED);
    }

    @Test
    void rejectionStandsAndRefundsNothing() {
        goods.reject(OPS, "worn", NOW);
        goods.reject(OTHER, "torn", NOW.plusSeconds(1));

        assertThat(goods.view())
                .extracting(
                        ReturnView::status,
                        ReturnView::refundAmount,
                        ReturnView::decidedBy,
                        ReturnView::decidedAt,
                        ReturnView::decisionReason)
                .containsExactly(ReturnStatus.REJECTED, Money.ZERO, OPS, NOW, "worn");
        assertThatThrownBy(() -> goods.approve(OPS, null, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> goods.inspect(everything(), OPS, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> goods.refunded(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void endsRejectedWhenNothingCame() {
        goods.approve(OPS, "as usual", NOW);

        goods.nothingCame(OTHER, "lost", NOW);
        goods.nothingCame(OPS, "still lost", NOW.plusSeconds(1));

        assertThat(goods.view())
                .extracting(
                        ReturnView::status,
                        ReturnView::refundAmount,
                        ReturnView::decidedBy,
                        ReturnView::decidedAt,
                        ReturnView::decisionReason)
                .containsExactly(ReturnStatus.REJECTED, Money.ZERO, OTHER, NOW, "lost");
        assertThatThrownBy(() -> goods.inspect(everything(), OPS, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> goods.refunded(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingCameIsSaidBetweenApprovalAndInspection() {
        assertThatThrownBy(() -> goods.nothingCame(OPS, "early", NOW)).isInstanceOf(IllegalStateException.class);
        goods.approve(OPS, null, NOW);
        goods.inspect(everything(), OTHER, NOW);
        ReturnView inspected = goods.view();

        assertThatThrownBy(() -> goods.nothingCame(OPS, "late", NOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("have been inspected");

        assertThat(goods.view()).isEqualTo(inspected);
    }

    @Test
    void approvalStandsAndIsNoRejectionAnyMore() {
        goods.approve(OPS, null, NOW);
        goods.approve(OTHER, "again", NOW.plusSeconds(1));

        assertThat(goods.view())
                .extracting(ReturnView::decidedBy, ReturnView::decidedAt, ReturnView::decisionReason)
                .containsExactly(OPS, NOW, null);
        assertThatThrownBy(() -> goods.reject(OPS, "late", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNeitherInspectedNorRefundedBeforeItsTurn() {
        assertThatThrownBy(() -> goods.inspect(everything(), OPS, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> goods.refunded(NOW)).isInstanceOf(IllegalStateException.class);
        goods.approve(OPS, null, NOW);

        assertThatThrownBy(() -> goods.refunded(NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(goods.view().status()).isEqualTo(ReturnStatus.APPROVED);
    }

    @Test
    void everyStepMayBeRepeatedAfterTheRefund() {
        goods.approve(OPS, null, NOW);
        goods.inspect(everything(), OTHER, NOW);
        goods.refunded(NOW);
        ReturnView before = goods.view();

        goods.approve(OPS, null, NOW);
        goods.inspect(everything(), OTHER, NOW);
        goods.refunded(NOW);

        assertThat(goods.view())
                .isEqualTo(before)
                .extracting(ReturnView::status)
                .isEqualTo(ReturnStatus.REFUNDED);
        assertThatThrownBy(() -> goods.reject(OPS, "late", NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secondInspectionWithAnotherResultIsRefused() {
        goods.approve(OPS, null, NOW);
        goods.inspect(everything(), OTHER, NOW);

        assertThatThrownBy(() ->
                        goods.inspect(found(new Inspected(LAMP, 2, false), new Inspected(CARPET, 2, true)), OPS, NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> goods.inspect(found(new Inspected(LAMP, 2, true)), OPS, NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void inspectionNamesEveryItemOnceAndAcceptsNoMoreThanCameBack() {
        goods.approve(OPS, null, NOW);

        refuses("CARPET-01 is missing", new Inspected(LAMP, 2, true));
        refuses("LAMP-01 is named twice", new Inspected(LAMP, 1, true), new Inspected(LAMP, 1, true));
        refuses(
                "RARE-01 is not part of the return",
                new Inspected(LAMP, 2, true),
                new Inspected(CARPET, 2, true),
                new Inspected(new Sku("RARE-01"), 0, false));
        refuses(
                "the accepted quantity of LAMP-01 must be 0 to 2, was 3",
                new Inspected(CARPET, 2, true),
                new Inspected(LAMP, 3, true));
        assertThatThrownBy(() -> new Inspected(LAMP, -1, true)).isInstanceOf(IllegalArgumentException.class);
        assertThat(goods.view().items()).extracting(ReturnView.Item::accepted).containsOnlyNulls();
    }

    @Property
    void returnsOfAnOrderAddUpToWhatWasPaidHoweverItComesBack(@ForAll Random random) throws TooManyReturned {
        List<ReturnableOrder.Line> lines =
                List.of(anyLine(LAMP, random), anyLine(CARPET, random), anyLine(new Sku("RARE-01"), random));
        Money paid = lines.stream()
                .map(line -> line.price().times(line.quantity()).minus(line.discount()))
                .reduce(Money.ZERO, Money::plus);

        Money refunded = Money.ZERO;
        while (!order(NUMBER, lines).isAllBack()) {
            Return next = request(Money.ZERO, wantedOf(lines, random), lines);
            next.approve(OPS, null, NOW);
            next.inspect(anyInspection(next, random), OPS, NOW);
            refunded = refunded.plus(next.refundable().refund());
            lines = after(next.refundable(), lines);
        }

        assertThat(refunded).isEqualTo(paid);
    }

    private static ReturnFacts facts(Return of) {
        return of.facts(ReturnWindowsTests.windows(Map.of()), null, 0);
    }

    private void refuses(String message, Inspected... found) {
        assertThatThrownBy(() -> goods.inspect(found(found), OPS, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Inspection everything() {
        return found(new Inspected(LAMP, 2, true), new Inspected(CARPET, 2, true));
    }

    private static Inspection found(Inspected... found) {
        return new Inspection(Arrays.asList(found));
    }

    private static Return request(Money fee, ReturnableOrder.Line... lines) {
        try {
            return request(fee, new TreeMap<>(), List.of(lines));
        } catch (TooManyReturned e) {
            throw new AssertionError(e);
        }
    }

    private static Return request(Money fee, TreeMap<Sku, Quantity> wanted, List<ReturnableOrder.Line> lines)
            throws TooManyReturned {
        ReturnableOrder order = order(NUMBER, lines);
        return new Return(ReturnId.of(NUMBER, 1), order.customer(), wish(NUMBER, wanted), order.pick(wanted), fee, NOW);
    }

    private static ReturnableOrder.Line anyLine(Sku sku, Random random) {
        int quantity = 1 + random.nextInt(9);
        long price = random.nextInt(100_000);
        return line(sku, quantity, 0, price, (long) (random.nextDouble() * price * quantity));
    }

    private static TreeMap<Sku, Quantity> wantedOf(List<ReturnableOrder.Line> lines, Random random) {
        TreeMap<Sku, Quantity> wanted = new TreeMap<>();
        lines.stream()
                .filter(line -> line.left() > 0 && random.nextBoolean())
                .forEach(line -> wanted.put(line.sku(), new Quantity(1 + random.nextInt(line.left()))));
        return wanted;
    }

    private static Inspection anyInspection(Return inspected, Random random) {
        return new Inspection(inspected.view().items().stream()
                .map(item ->
                        new Inspected(item.sku(), random.nextInt(item.quantity().pieces() + 1), random.nextBoolean()))
                .toList());
    }

    private static List<ReturnableOrder.Line> after(Refundable back, List<ReturnableOrder.Line> lines) {
        List<ReturnableOrder.Line> now = new ArrayList<>();
        for (ReturnableOrder.Line line : lines) {
            int accepted = back.accepted().stream()
                    .filter(goods -> goods.sku().equals(line.sku()))
                    .mapToInt(goods -> goods.quantity().pieces())
                    .sum();
            now.add(line(
                    line.sku(),
                    line.quantity().pieces(),
                    line.returned() + accepted,
                    line.price().won(),
                    line.discount().won()));
        }
        return now;
    }
}
