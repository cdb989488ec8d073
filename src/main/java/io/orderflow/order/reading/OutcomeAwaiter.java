package io.orderflow.order.reading;

import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.RunningProcesses;
import io.orderflow.order.aggregate.OrderStore;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Service;

/**
 * A service that waits for the outcomes of payments and cancellations. Whoever waits holds no thread. A change on this
 * node ends a wait at once. A change on another node is seen at the next look at the database, which is one look for
 * all who wait.
 */
@Service
public class OutcomeAwaiter implements OrderStore.Listener, DisposableBean {

    private static final int THREADS = 4;
    private static final long TICK_MILLIS = 100;
    /** The most orders of one look. */
    private static final int BATCH = 500;

    private final OrderReading reading;
    private final RunningProcesses processes;
    private final Set<Watch> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks =
            Executors.newScheduledThreadPool(THREADS, new CustomizableThreadFactory("outcome-"));

    OutcomeAwaiter(OrderStore store, OrderReading reading, RunningProcesses processes) {
        this.reading = reading;
        this.processes = processes;
        store.listen(this);
        looks.scheduleWithFixedDelay(this::lookAtDue, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * The order after the wait.
     *
     * @param settled whether the outcome is known; false if the wait ended before
     */
    public record Outcome(OrderView order, boolean settled) {}

    /**
     * Starts to listen for changes of an order. It must be called before the change is requested, and the watch must be
     * closed after it, whether the change was accepted or not.
     */
    public Watch watch(OrderNumber number, Requester by) {
        Watch watch = new Watch(number, by);
        waiting.add(watch);
        return watch;
    }

    @Override
    public void changed(OrderNumber order, OrderStatus status) {
        waiting.forEach(watch -> watch.hear(order, status));
    }

    /** Ends the threads. Whoever still waits then is not answered. */
    @Override
    public void destroy() {
        looks.shutdownNow();
    }

    private void lookAtDue() {
        long now = System.nanoTime();
        List<Watch> due =
                waiting.stream().filter(watch -> watch.isDue(now)).limit(BATCH).toList();
        if (due.isEmpty()) {
            return;
        }
        try {
            Map<OrderNumber, OrderStatus> statuses =
                    reading.statuses(due.stream().map(watch -> watch.number).toList());
            due.forEach(watch -> watch.seen(statuses.get(watch.number)));
        } catch (RuntimeException e) {
            due.forEach(watch -> watch.fail(e));
        }
    }

    /** One caller's wait for one order. */
    public class Watch implements AutoCloseable {

        private static final long NEVER = Long.MAX_VALUE;
        private static final long FIRST_LOOK = Duration.ofMillis(300).toNanos();
        /** The node that takes a payment mostly asks the gateway too, so that its own change will end the wait. */
        private static final long FIRST_LOOK_AT_PAYMENT = Duration.ofSeconds(3).toNanos();
        /** After the payment, another node may carry out the next steps. */
        private static final long LOOK_AFTER_PAYMENT = Duration.ofSeconds(1).toNanos();

        private static final long LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(2).toNanos();

        private final OrderNumber number;
        private final Requester by;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private @Nullable OrderStatus heard;
        private boolean paidSettles;
        private long deadline;
        private long pause;
        private long nextLook = NEVER;

        private Watch(OrderNumber number, Requester by) {
            this.number = number;
            this.by = by;
        }

        /**
         * The outcome of a payment: the paid order in preparation, or an order that was called off and whose process
         * has ended. It comes within the limit, and a moment later if the outcome is not known by then.
         *
         * @return fails with {@link OrderNotFound} when the caller may not see the order
         */
        public CompletableFuture<Outcome> untilPaid(Duration limit) {
            return begin(limit, true, FIRST_LOOK_AT_PAYMENT);
        }

        /** The outcome of a cancellation: an order that was called off and whose process has ended. */
        public CompletableFuture<Outcome> untilCancelled(Duration limit) {
            return begin(limit, false, FIRST_LOOK);
        }

        /** Ends a watch whose wait has not begun, because the change was refused. */
        @Override
        public synchronized void close() {
            if (nextLook == NEVER) {
                waiting.remove(this);
            }
        }

        private synchronized CompletableFuture<Outcome> begin(Duration limit, boolean paidSettles, long firstPause) {
            long now = System.nanoTime();
            this.paidSettles = paidSettles;
            this.deadline = now + limit.toNanos();
            this.pause = firstPause;
            this.nextLook = Math.min(now + firstPause, deadline);
            if (heard == null || limit.isZero()) {
                looks.execute(this::look); // A request that changed nothing hears nothing. The outcome may be there.
            } else {
                react(heard);
            }
            return outcome.whenComplete((known, failure) -> waiting.remove(this));
        }

        private synchronized void hear(OrderNumber order, OrderStatus status) {
            if (order.equals(number)) {
                heard = status;
                if (nextLook != NEVER) {
                    react(status);
                }
            }
        }

        /** Looks at once if the status can be the outcome; others are not worth a look at the database. */
        private void react(OrderStatus status) {
            if (canSettle(status)) {
                looks.execute(this::look);
            } else if (status == OrderStatus.PAID) {
                nextLook = Math.min(nextLook, System.nanoTime() + LOOK_AFTER_PAYMENT);
            }
        }

        private boolean canSettle(OrderStatus status) {
            return status.isCalledOff() || paidSettles && status.isPaidFor();
        }

        private synchronized boolean isDue(long now) {
            return nextLook != NEVER && now >= nextLook;
        }

        /** Takes what the look for all has seen, and says when the next one is due. */
        private synchronized void seen(@Nullable OrderStatus status) {
            long now = System.nanoTime();
            if (now >= deadline || status == null || canSettle(status)) {
                looks.execute(this::look);
            }
            pause = Math.min(Math.max(2 * pause, FIRST_LOOK), LONGEST_BETWEEN_LOOKS);
            nextLook = now + pause > deadline && now < deadline ? deadline : now + pause;
        }

        private void look() {
            try {
                OrderView order = reading.order(number, by);
                if (order.status().isCalledOff() && !processes.isRunning(number)) {
                    // The order may have changed again before its process ended.
                    outcome.complete(new Outcome(reading.order(number, by), true));
                } else if (paidSettles && order.status().isPaidFor()) {
                    outcome.complete(new Outcome(order, true));
                } else if (System.nanoTime() >= deadline) {
                    outcome.complete(new Outcome(order, false));
                }
            } catch (OrderNotFound | RuntimeException e) {
                fail(e);
            }
        }

        private void fail(Exception failure) {
            outcome.completeExceptionally(failure);
        }
    }
}
