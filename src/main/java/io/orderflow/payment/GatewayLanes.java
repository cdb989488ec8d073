package io.orderflow.payment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Serves payments in threads of their own, so that a slow or dead gateway holds up nothing else: first charges have their lanes,
 * and everything else that is asked of the gateway has others. What finds its lanes full stays due in the database.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class GatewayLanes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayLanes.class);

    /** Of a claim that was made before the commit: the rest of it is for the talk. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(10);

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

    /**
     * A charge that finds a free lane is stored as claimed already, and goes there with the commit. Where nobody can tell
     * whether it was committed, or that took long, the end of the claim brings it back, as it does after a node's death.
     */
    @EventListener
    void on(ChargeDue due) {
        OrderNumber order = due.charge().order();
        if (!open || !gateway.takesCharges() || !first.enter(order)) {
            return;
        }
        Talk talk = desk.claim(due.charge());
        long claimed = System.nanoTime();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED && System.nanoTime() - claimed < LONGEST_COMMIT.toNanos()) {
                    first.begin(order, () -> desk.talk(talk));
                } else {
                    first.leave(order);
                }
            }
        });
    }

    /** What has just become due need not wait for the next look. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FollowUpDue due) {
        if (open) {
            again.serve(due.order(), desk);
        }
    }

    /**
     * Finds what nobody was told of: further tries, what found the lanes full, and what a dead node left behind. After an outage
     * that is much, and claimed all at once it would take every connection.
     */
    @Scheduled(fixedDelay = 500)
    void look() {
        if (open) {
            desk.dueFirst(first.free()).stream().takeWhile(order -> open && gateway.takesCharges())
                    .forEach(order -> first.take(order, desk));
            desk.dueAgain(again.free()).stream().takeWhile(order -> open).forEach(order -> again.take(order, desk));
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
        first.close(patience);
        again.close(patience);
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** A fixed number of lanes. Nothing waits in front of one: whatever finds no free lane waits in the database. */
    private static class Lanes {

        private final int number;
        private final Semaphore free;
        private final ThreadPoolExecutor threads;
        private final Set<OrderNumber> inside = ConcurrentHashMap.newKeySet();

        private Lanes(String name, int number, MeterRegistry meters) {
            this.number = number;
            free = new Semaphore(number);
            threads = new ThreadPoolExecutor(number, number, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                    new CustomizableThreadFactory(name + "-"));
            threads.allowCoreThreadTimeOut(true);
            Gauge.builder("orders.payment.lanes.busy", inside, Set::size).tag("lane", name)
                    .description("Payments that the gateway is being asked about").register(meters);
        }

        private int free() {
            return free.availablePermits();
        }

        private void serve(OrderNumber order, GatewayDesk desk) {
            if (enter(order)) {
                begin(order, () -> desk.serve(order));
            }
        }

        /** As {@link #serve}, but claimed in the caller's thread. One that cannot be claimed holds up none behind it. */
        private void take(OrderNumber order, GatewayDesk desk) {
            if (!enter(order)) {
                return;
            }
            Optional<Talk> talk = Optional.empty();
            try {
                talk = desk.claim(order);
            } catch (CannotCreateTransactionException databaseAway) {
                throw databaseAway; // the others would only wait for it too
            } catch (RuntimeException e) {
                LOG.warn("The payment of order {} could not be claimed; the next look tries again", order, e);
            } finally {
                if (talk.isEmpty()) {
                    leave(order);
                }
            }
            talk.ifPresent(claimed -> begin(order, () -> desk.talk(claimed)));
        }

        /** Takes a free lane for an order; false when there is none, or the order has one. */
        private boolean enter(OrderNumber order) {
            if (!inside.add(order)) {
                return false;
            }
            if (free.tryAcquire()) {
                return true;
            }
            inside.remove(order);
            return false;
        }

        private void leave(OrderNumber order) {
            inside.remove(order);
            free.release();
        }

        /** To be called for an order that has entered; it leaves when the talk is over. */
        private void begin(OrderNumber order, Runnable talk) {
            try {
                threads.execute(() -> talk(order, talk));
            } catch (RejectedExecutionException closed) {
                leave(order);
            }
        }

        private void talk(OrderNumber order, Runnable talk) {
            try {
                talk.run();
            } catch (RuntimeException e) {
                LOG.warn("What the gateway said about order {} could not be stored; it will be asked again", order, e);
            } finally {
                leave(order);
            }
        }

        private void close(Duration limit) {
            try {
                free.tryAcquire(number, limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            threads.shutdown();
        }
    }
}
