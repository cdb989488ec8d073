package io.orderflow.payment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Serves payments in threads of their own, so that a slow or dead gateway holds up nothing else: first charges have their lanes,
 * and everything else that is asked of the gateway has others. What finds its lanes full stays due in the database.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class GatewayLanes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayLanes.class);

    private final GatewayDesk desk;
    private final PaymentGateway gateway;
    private final Lanes first;
    private final Lanes again;
    private volatile boolean open;

    GatewayLanes(GatewayDesk desk, PaymentGateway gateway, PaymentSettings settings, MeterRegistry meters) {
        this.desk = desk;
        this.gateway = gateway;
        this.first = new Lanes("charge", settings.lanes(), meters);
        this.again = new Lanes("payment", Math.max(1, settings.lanes() / 4), meters);
    }

    /** What has just become due need not wait for the next look. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ChargeDue due) {
        if (open && gateway.takesCharges()) {
            first.take(List.of(due.order()));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FollowUpDue due) {
        if (open) {
            again.take(List.of(due.order()));
        }
    }

    /** Finds what nobody was told of: further tries, what found the lanes full, and what a dead node left behind. */
    @Scheduled(fixedDelay = 500)
    void look() {
        if (open) {
            first.fill(desk::dueFirst);
            again.fill(desk::dueAgain);
        }
    }

    @Override
    public void start() {
        open = true;
    }

    /** Begins nothing new and lets what is under way come to its end; whatever takes too long is taken up by its claim's end. */
    @Override
    public void stop() {
        open = false;
        Duration patience = gateway.patience();
        first.close();
        again.close();
        first.await(patience);
        again.await(patience);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** A fixed number of threads without a queue: the queue is the database. */
    private class Lanes {

        private final ThreadPoolExecutor threads;
        private final Set<OrderNumber> inside = ConcurrentHashMap.newKeySet();

        private Lanes(String name, int number, MeterRegistry meters) {
            threads = new ThreadPoolExecutor(0, number, 30, TimeUnit.SECONDS, new SynchronousQueue<>(),
                    new CustomizableThreadFactory(name + "-"));
            Gauge.builder("orders.payment.lanes.busy", inside, Set::size).tag("lane", name)
                    .description("Payments that the gateway is being asked about").register(meters);
        }

        private void fill(IntFunction<List<OrderNumber>> due) {
            take(due.apply(threads.getMaximumPoolSize() - inside.size()));
        }

        private void take(List<OrderNumber> orders) {
            orders.stream().filter(inside::add).forEach(this::begin);
        }

        private void begin(OrderNumber order) {
            try {
                threads.execute(() -> serve(order));
            } catch (RejectedExecutionException full) {
                inside.remove(order);
            }
        }

        private void serve(OrderNumber order) {
            try {
                desk.serve(order);
            } catch (RuntimeException e) {
                LOG.warn("What the gateway said about order {} could not be stored; it will be asked again", order, e);
            } finally {
                inside.remove(order);
            }
        }

        private void close() {
            threads.shutdown();
        }

        private void await(Duration limit) {
            try {
                threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
