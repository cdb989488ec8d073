package io.orderflow.order.reading;

import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.RunningProcesses;
import io.orderflow.order.aggregate.OrderStore;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.WaitingPlaces;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A service that lets a request wait for the outcome of a payment or a cancellation. A change on this node wakes the
 * request at once; a change on another node is seen at the next look at the database. The number of waiting requests is
 * limited, so that a slow gateway does not use up the threads of all other requests.
 */
@Service
public class OutcomeAwaiter {

    private final OrderStore store;
    private final OrderReading reading;
    private final RunningProcesses processes;
    private final WaitingPlaces places;

    OutcomeAwaiter(OrderStore store, OrderReading reading, RunningProcesses processes, WaitingPlaces places) {
        this.store = store;
        this.reading = reading;
        this.processes = processes;
        this.places = places;
    }

    /**
     * The order after the wait.
     *
     * @param settled whether the outcome is known; false if the wait ended before
     */
    public record Outcome(OrderView order, boolean settled) {}

    /**
     * Starts to listen for changes of an order. It must be called before the change is requested, and the watch must be
     * closed after the wait.
     */
    public Watch watch(OrderNumber number, Requester by) {
        Watch watch = new Watch(number, by);
        store.listen(watch);
        return watch;
    }

    /** One caller's wait for one order. */
    public class Watch implements OrderStore.Listener, AutoCloseable {

        private static final long FIRST_LOOK = Duration.ofMillis(300).toNanos();
        /** The node that takes a payment mostly asks the gateway too, so that its own events will end the wait. */
        private static final long FIRST_LOOK_AT_PAYMENT = Duration.ofSeconds(3).toNanos();
        /** After the payment, another node may carry out the next steps. */
        private static final long LOOK_AFTER_PAYMENT = Duration.ofSeconds(1).toNanos();

        private static final long LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(2).toNanos();

        private final OrderNumber number;
        private final Requester by;
        private @Nullable OrderStatus heard;

        private Watch(OrderNumber number, Requester by) {
            this.number = number;
            this.by = by;
        }

        /**
         * Waits until the paid order is in preparation, or until the process of an order that was called off has ended.
         */
        public Outcome untilPaid(Duration limit) throws OrderNotFound {
            return look(limit, true);
        }

        /** Waits until the process of an order that was called off has ended. */
        public Outcome untilCancelled(Duration limit) throws OrderNotFound {
            return look(limit, false);
        }

        @Override
        public void close() {
            store.forget(this);
        }

        private Outcome look(Duration limit, boolean paidSettles) throws OrderNotFound {
            if (!places.take()) {
                return lookUntil(System.nanoTime(), paidSettles);
            }
            try {
                return lookUntil(System.nanoTime() + limit.toNanos(), paidSettles);
            } finally {
                places.leave();
            }
        }

        private Outcome lookUntil(long deadline, boolean paidSettles) throws OrderNotFound {
            // A request that changed nothing publishes no event; the outcome may be there already.
            for (long pause = quiet() ? 0 : paidSettles ? FIRST_LOOK_AT_PAYMENT : FIRST_LOOK; ; pause = longer(pause)) {
                awaitGoodNews(Math.min(pause, deadline - System.nanoTime()), paidSettles);
                OrderView order = reading.order(number, by);
                if (order.status().isCalledOff() && !processes.isRunning(number)) {
                    return new Outcome(
                            reading.order(number, by),
                            true); // The order may have changed again before its process ended.
                }
                boolean settled = paidSettles && order.status().isPaidFor();
                if (settled
                        || System.nanoTime() >= deadline
                        || Thread.currentThread().isInterrupted()) {
                    return new Outcome(order, settled);
                }
            }
        }

        private static long longer(long pause) {
            return Math.min(Math.max(2 * pause, FIRST_LOOK), LONGEST_BETWEEN_LOOKS);
        }

        private synchronized boolean quiet() {
            return heard == null;
        }

        @Override
        public synchronized void changed(OrderNumber order, OrderStatus status) {
            if (order.equals(number)) {
                heard = status;
                notifyAll();
            }
        }

        /** Waits for an event that can be the outcome; other events are not worth a look at the database. */
        private synchronized void awaitGoodNews(long nanos, boolean paidSettles) {
            long deadline = System.nanoTime() + nanos;
            try {
                while (heard == null || !(heard.isCalledOff() || paidSettles && heard.isPaidFor())) {
                    if (heard == OrderStatus.PAID) {
                        deadline = Math.min(deadline, System.nanoTime() + LOOK_AFTER_PAYMENT);
                    }
                    long left = (deadline - System.nanoTime()) / 1_000_000;
                    if (left <= 0) {
                        return;
                    }
                    wait(left);
                }
                heard = null;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
