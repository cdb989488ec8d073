package io.orderflow.payment.reconciliation;

import io.orderflow.payment.Discrepancy;
import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.reconciliation.Ledger.Payment;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The comparison of our ledger with the gateway's books. A payment is suspicious if its movements in the period do not
 * match. It is a discrepancy only if the payment as a whole does not match either: the same movement may fall on both
 * sides of midnight. A payment with a recent open request is no discrepancy yet, because the answer may still come.
 */
@Component
public class LedgerComparison {

    private static final Duration LATELY = Duration.ofHours(1);

    private final Ledger ledger;
    private final PaymentGateway gateway;
    private final Clock clock;

    LedgerComparison(Ledger ledger, PaymentGateway gateway, Clock clock) {
        this.ledger = ledger;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * The result of a comparison.
     *
     * @param payments the number of payments that were compared
     * @param movements the number of movements that the gateway named
     */
    record Result(int payments, int movements, List<Discrepancy> differences) {}

    /** @throws GatewayUnavailable if the gateway's books could not be read in full; nothing is known then */
    Result compare(Instant from, Instant to) {
        List<PaymentGateway.Movement> movements = gateway.movements(from, to);
        Map<Payment, PaymentTotals> theirs = new HashMap<>();
        movements.forEach(
                it -> theirs.merge(new Payment(it.order(), it.paymentKey()), booksOf(it), PaymentTotals::plus));
        Map<Payment, PaymentTotals> ours = ledger.settled(from, to);
        Set<Payment> payments = new HashSet<>(theirs.keySet());
        payments.addAll(ours.keySet());
        List<Discrepancy> differences = payments.stream()
                .filter(payment -> !Objects.equals(ours.get(payment), theirs.get(payment)))
                .flatMap(payment -> difference(payment, theirs.getOrDefault(payment, PaymentTotals.EMPTY)).stream())
                .toList();
        return new Result(payments.size(), movements.size(), differences);
    }

    /**
     * Compares one payment with the gateway's books. It looks twice and reports what the second look finds, so that one
     * wrong answer of the gateway is no discrepancy.
     *
     * @throws GatewayUnavailable if the gateway's books could not be read; nothing is known then
     */
    public Optional<Discrepancy> compare(OrderNumber order) {
        return look(order).flatMap(said -> look(order));
    }

    private Optional<Discrepancy> look(OrderNumber order) {
        return ledger.of(order.value())
                .flatMap(entry -> difference(new Payment(order.value(), entry.paymentKey()), PaymentTotals.EMPTY));
    }

    private static PaymentTotals booksOf(PaymentGateway.Movement movement) {
        long amount = movement.amount().won();
        return movement.direction() == PaymentGateway.Direction.CHARGE
                ? new PaymentTotals(amount, 0)
                : new PaymentTotals(0, amount);
    }

    /**
     * @param moved the totals by the gateway's movements; they count if the payment has no valid order number to ask
     *     for
     */
    private Optional<Discrepancy> difference(Payment payment, PaymentTotals moved) {
        Optional<LedgerEntry> before = ledger.of(payment.order());
        PaymentTotals theirs = theirs(payment, moved);
        Optional<LedgerEntry> entry = ledger.of(payment.order());
        if (!before.equals(entry)
                || entry.filter(it -> it.isInFlight(clock.instant().minus(LATELY)))
                        .isPresent()) {
            return Optional.empty();
        }
        Optional<LedgerEntry> same = entry.filter(it -> it.paymentKey().equals(payment.paymentKey()));
        PaymentTotals ours = same.map(LedgerEntry::totals).orElse(PaymentTotals.EMPTY);
        boolean chargedOtherwise =
                same.isEmpty() && entry.filter(it -> it.totals().charged() > 0).isPresent();
        return kind(ours, theirs, chargedOtherwise)
                .map(kind -> new Discrepancy(
                        kind,
                        payment.order(),
                        payment.paymentKey(),
                        words(kind, payment, entry, ours, theirs),
                        "here=%s there=%s".formatted(ours, theirs)));
    }

    private PaymentTotals theirs(Payment payment, PaymentTotals moved) {
        return order(payment.order())
                .map(order -> gateway.standing(order, payment.paymentKey())
                        .map(standing -> new PaymentTotals(
                                standing.charged().won(),
                                standing.charged().minus(standing.balance()).won()))
                        .orElse(PaymentTotals.EMPTY))
                .orElse(moved);
    }

    private static Optional<Discrepancy.Kind> kind(PaymentTotals ours, PaymentTotals theirs, boolean chargedOtherwise) {
        if (ours.charged() != theirs.charged()) {
            return Optional.of(
                    ours.charged() > 0 && theirs.charged() > 0
                            ? Discrepancy.Kind.AMOUNT_DIFFERS
                            : ours.charged() > 0
                                    ? Discrepancy.Kind.CHARGE_MISSING_THERE
                                    : chargedOtherwise
                                            ? Discrepancy.Kind.DOUBLE_CHARGE
                                            : Discrepancy.Kind.CHARGE_MISSING_HERE);
        }
        if (ours.refunded() == theirs.refunded()) {
            return Optional.empty();
        }
        return Optional.of(
                ours.refunded() > theirs.refunded()
                        ? Discrepancy.Kind.REFUND_MISSING_THERE
                        : Discrepancy.Kind.REFUND_MISSING_HERE);
    }

    private static String words(
            Discrepancy.Kind kind,
            Payment payment,
            Optional<LedgerEntry> entry,
            PaymentTotals ours,
            PaymentTotals theirs) {
        String other = kind == Discrepancy.Kind.DOUBLE_CHARGE
                ? " The order is charged under another payment already: %s."
                        .formatted(entry.orElseThrow().paymentKey())
                : "";
        return "Order %s: our ledger has %s (charge: %s), the gateway has %s.%s"
                .formatted(
                        payment.order(),
                        words(ours),
                        entry.map(LedgerEntry::status).orElse("none"),
                        words(theirs),
                        other);
    }

    private static String words(PaymentTotals totals) {
        return "%s charged and %s of it refunded".formatted(new Money(totals.charged()), new Money(totals.refunded()));
    }

    /** Returns empty if the text is not the number of an order of ours. */
    private static Optional<OrderNumber> order(@Nullable String text) {
        return Optional.ofNullable(text).filter(OrderNumber::fits).map(OrderNumber::new);
    }
}
