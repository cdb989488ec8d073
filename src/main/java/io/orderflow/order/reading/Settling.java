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
 * Lets a caller wait until the process has taken an order where the call leads. News of this node wake the waiting
 * caller at once; what another node does is seen at the next look. Only so many callers wait at a time: a gateway that
 * takes its time must not take the threads of everybody else's requests.
 */
@Service
public class Settling {

    private final OrderStore ledger;
    private final OrderReading reading;
    private final RunningProcesses processes;
    private final WaitingPlaces places;

    Settling(OrderStore ledger, OrderReading reading, RunningProcesses processes, WaitingPlaces places) {
        this.ledger = ledger;
        this.reading = reading;
        this.processes = processes;
        this.places = places;
    }

    /**
     * An order after the wait.
     *
     * @param settled false when it has not got where the call leads (yet)
     */
    public record Outcome(OrderView order, boolean settled) {}

    /**
     * Starts to listen for news of an order; to be called before the call whose outcome is waited for, and closed
     * after.
     */
    public Watch watch(OrderNumber number, Requester by) {
        Watch watch = new Watch(number, by);
        ledger.listen(watch);
        return watch;
    }

    /** One caller's wait for one order. */
    public class Watch implements OrderStore.Listener, AutoCloseable {

        private static final long FIRST_LOOK = Duration.ofMillis(300).toNanos();
        /** The node that takes a payment mostly asks the gateway too: the news will be its own. */
        private static final long FIRST_LOOK_AT_PAYMENT = Duration.ofSeconds(3).toNanos();
        /** What comes after the payment may be done by another node. */
        private static final long LOOK_AFTER_PAYMENT = Duration.ofSeconds(1).toNanos();

        private static final long LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(2).toNanos();

        private final OrderNumber number;
        private final Requester by;
        private @Nullable OrderStatus heard;

        private Watch(OrderNumber number, Requester by) {
            this.number = number;
            this.by = by;
        }

        /** Waits for a submitted payment to lead to preparation, or to the end of an order that was called off. */
        public Outcome untilPaid(Duration limit) throws OrderNotFound {
            return look(limit, true);
        }

        /** Waits until everything that was taken is given back. */
        public Outcome untilCancelled(Duration limit) throws OrderNotFound {
            return look(limit, false);
        }

        @Override
        public void close() {
            ledger.forget(this);
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
            // A call that changed nothing made no news: what it waits for may be there already.
            for (long pause = quiet() ? 0 : paidSettles ? FIRST_LOOK_AT_PAYMENT : FIRST_LOOK; ; pause = longer(pause)) {
                awaitGoodNews(Math.min(pause, deadline - System.nanoTime()), paidSettles);
                OrderView order = reading.order(number, by);
                if (order.status().isCalledOff() && !processes.isRunning(number)) {
                    return new Outcome(
                            reading.order(number, by), true); // it may have moved once more before its process ended
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

        /** Saves looking at the database for news that cannot be what is waited for. */
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
