package io.orderflow.payment.reconciliation;

import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** A gateway whose books a test writes itself. It moves no money. */
@Primary
@TestComponent
public class FakeBooks implements PaymentGateway {

    private final List<Movement> movements = new CopyOnWriteArrayList<>();
    private boolean keepsBooks = true;
    private boolean readable = true;
    private int standingsRead;

    public void clear() {
        movements.clear();
        keepsBooks = true;
        readable = true;
        standingsRead = 0;
    }

    public void charged(String order, String paymentKey, long won, Instant at) {
        move(order, paymentKey, Direction.CHARGE, won, at);
    }

    public void refunded(String order, String paymentKey, long won, Instant at) {
        move(order, paymentKey, Direction.REFUND, won, at);
    }

    private void move(String order, String paymentKey, Direction direction, long won, Instant at) {
        movements.add(new Movement("movement-" + movements.size(), paymentKey, order, direction, Money.won(won), at));
    }

    public void keepNoBooks() {
        keepsBooks = false;
    }

    public void beUnreadable() {
        readable = false;
    }

    /** How many single payments were read. */
    public int standingsRead() {
        return standingsRead;
    }

    @Override
    public boolean keepsBooks() {
        return keepsBooks;
    }

    @Override
    public List<Movement> movements(Instant from, Instant to) {
        requireReadable();
        return movements.stream()
                .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to))
                .toList();
    }

    @Override
    public Optional<Standing> standing(OrderNumber order, String paymentKey) {
        requireReadable();
        standingsRead++;
        long charged = sum(paymentKey, Direction.CHARGE);
        return movements.stream().noneMatch(it -> it.paymentKey().equals(paymentKey))
                ? Optional.empty()
                : Optional.of(new Standing(
                        order,
                        paymentKey,
                        "DONE",
                        Money.won(charged),
                        Money.won(charged - sum(paymentKey, Direction.REFUND))));
    }

    private long sum(String paymentKey, Direction direction) {
        return movements.stream()
                .filter(it -> it.paymentKey().equals(paymentKey) && it.direction() == direction)
                .mapToLong(it -> it.amount().won())
                .sum();
    }

    private void requireReadable() {
        if (!readable) {
            throw new GatewayUnavailable("no answer in time");
        }
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ChargeAnswer lookUp(Charge charge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundAnswer refund(Refund refund) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundAnswer lookUp(Refund refund) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(1);
    }
}
