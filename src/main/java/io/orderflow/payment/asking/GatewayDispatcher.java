package io.orderflow.payment.asking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.outbound.Bulkhead;
import io.orderflow.payment.ChargeIntent;
import io.orderflow.payment.GatewayCalls;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentSettings;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The dispatcher that gives due payments to the worker that asks the gateway. First charges have one bulkhead, and all
 * other requests have another.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class GatewayDispatcher implements GatewayCalls, SmartLifecycle {

    private final GatewayWorker worker;
    private final PaymentGateway gateway;
    private final Bulkhead<OrderNumber, GatewayRequest> first;
    private final Bulkhead<OrderNumber, GatewayRequest> again;

    GatewayDispatcher(GatewayWorker worker, PaymentGateway gateway, PaymentSettings settings, MeterRegistry meters) {
        this.worker = worker;
        this.gateway = gateway;
        this.first = bulkhead("charge", settings.lanes(), meters);
        this.again = bulkhead("payment", Math.max(1, settings.lanes() / 4), meters);
    }

    private Bulkhead<OrderNumber, GatewayRequest> bulkhead(String name, int number, MeterRegistry meters) {
        Bulkhead<OrderNumber, GatewayRequest> bulkhead = new Bulkhead<>(name, number, worker);
        Gauge.builder("orders.payment.lanes.busy", bulkhead, Bulkhead::busy)
                .tag("lane", name)
                .description("Payments that the gateway is being asked about")
                .register(meters);
        return bulkhead;
    }

    @Override
    public void askFirst(ChargeIntent charge) {
        if (gateway.takesCharges()) {
            first.askAfterCommit(charge.order(), () -> worker.claim(charge));
        }
    }

    @Override
    public void askAgain(OrderNumber order) {
        again.serveAfterCommit(order);
    }

    /**
     * Finds the due payments of which no event told: further attempts, those that found the bulkhead full, and those of
     * a dead node.
     */
    @Scheduled(fixedDelay = 1000)
    void look() {
        first.serve(worker.dueFirst(first.free()), gateway::takesCharges);
        again.serve(worker.dueAgain(again.free()), () -> true);
    }

    @Override
    public void start() {
        first.open();
        again.open();
    }

    @Override
    public void stop() {
        first.shut();
        again.shut();
        Duration patience = gateway.patience();
        first.close(patience);
        again.close(patience);
    }

    @Override
    public boolean isRunning() {
        return first.isOpen();
    }
}
