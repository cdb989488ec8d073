package io.orderflow.payment.simulated;

import io.orderflow.HeldCall;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/**
 * The simulated gateway, with the books it would keep: what it really charged and refunded, whatever our tables say. It
 * lets a test into the middle of a call.
 */
@Primary
@TestComponent
public class GatewayBooks implements PaymentGateway {

    private final SimulatedGateway gateway;
    private final Map<OrderNumber, Map<String, Long>> charged = new ConcurrentHashMap<>();
    private final Map<OrderNumber, Map<String, Long>> refunded = new ConcurrentHashMap<>();
    private final Map<OrderNumber, HeldCall> held = new ConcurrentHashMap<>();
    private final Set<OrderNumber> relenting = ConcurrentHashMap.newKeySet();

    GatewayBooks(SimulatedGateway gateway) {
        this.gateway = gateway;
    }

    /** Holds back the answer to the order's next charge. */
    public HeldCall hold(OrderNumber order) {
        HeldCall call = new HeldCall();
        held.put(order, call);
        return call;
    }

    /** From now on refunds of the order are not refused any more, and a charge that was {@code silent} is answered. */
    public void relent(OrderNumber order) {
        relenting.add(order);
    }

    /** How many payments the gateway took for the order; repeats under one idempotency key are one payment. */
    public int charges(OrderNumber order) {
        return charged.getOrDefault(order, Map.of()).size();
    }

    /** What the gateway took for the order, in won. */
    public long charged(OrderNumber order) {
        return sum(charged.get(order));
    }

    /** What the gateway gave back for the order, in won. */
    public long refunded(OrderNumber order) {
        return sum(refunded.get(order));
    }

    private static long sum(Map<String, Long> entries) {
        return Optional.ofNullable(entries).orElse(Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public ChargeAnswer charge(Charge charge) {
        Optional.ofNullable(held.remove(charge.order())).ifPresent(HeldCall::holdBack);
        ChargeAnswer answer = charge.paymentKey().startsWith("silent") && !relenting.contains(charge.order())
                ? new Unknown("no answer")
                : gateway.charge(charge);
        if (answer instanceof Approved) {
            charged.computeIfAbsent(charge.order(), order -> new ConcurrentHashMap<>())
                    .put(charge.idempotencyKey(), charge.amount().won());
        }
        return answer;
    }

    @Override
    public ChargeAnswer lookUp(Charge charge) {
        return gateway.lookUp(charge);
    }

    @Override
    public RefundAnswer lookUp(Refund refund) {
        return gateway.lookUp(refund);
    }

    @Override
    public Duration patience() {
        return gateway.patience();
    }

    @Override
    public RefundAnswer refund(Refund refund) {
        RefundAnswer answer = relenting.contains(refund.order()) ? new Refunded("relented") : gateway.refund(refund);
        if (answer instanceof Refunded) {
            refunded.computeIfAbsent(refund.order(), order -> new ConcurrentHashMap<>())
                    .put(refund.idempotencyKey(), refund.amount().won());
        }
        return answer;
    }
}
