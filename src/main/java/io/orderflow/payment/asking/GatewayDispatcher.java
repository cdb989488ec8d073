package io.orderflow.payment.asking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.outbound.Bulkhead;
import io.orderflow.payment.ChargeIntent;
import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentSettings;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** First charges have their lanes, and everything else that is asked of the gateway has others. */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class GatewayDispatcher implements SmartLifecycle {

    private final GatewayWorker desk;
    private final PaymentGateway gateway;
    private final Bulkhead<OrderNumber, GatewayRequest> first;
    private final Bulkhead<OrderNumber, GatewayRequest> again;

    GatewayDispatcher(GatewayWorker desk, PaymentGateway gateway, PaymentSettings settings, MeterRegistry meters) {
        this.desk = desk;
        this.gateway = gateway;
        this.first = lanes("charge", settings.lanes(), meters);
        this.again = lanes("payment", Math.max(1, settings.lanes() / 4), meters);
    }

    private Bulkhead<OrderNumber, GatewayRequest> lanes(String name, int number, MeterRegistry meters) {
        Bulkhead<OrderNumber, GatewayRequest> lanes = new Bulkhead<>(name, number, desk);
        Gauge.builder("orders.payment.lanes.busy", lanes, Bulkhead::busy)
                .tag("lane", name)
                .description("Payments that the gateway is being asked about")
                .register(meters);
        return lanes;
    }

    @EventListener
    void on(ChargeIntent.Due due) {
        if (gateway.takesCharges()) {
            first.serveOnceStored(due.charge().order(), () -> desk.claim(due.charge()));
        }
    }

    /** What has just become due need not wait for the next look. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ChargeIntent.FollowUp due) {
        again.serve(due.order());
    }

    /** Finds what nobody was told of: further tries, what found the lanes full, and what a dead node left behind. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        first.serve(desk.dueFirst(first.free()), gateway::takesCharges);
        again.serve(desk.dueAgain(again.free()), () -> true);
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
