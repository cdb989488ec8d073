package io.orderflow.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A bulkhead: a fixed number of threads that ask the gateway or a carrier, so that a slow one holds up nothing else.
 * Nothing waits for a thread: a row that finds none free stays due in the database, and so does every row while the
 * bulkhead is shut. Settings and metrics call the threads lanes.
 *
 * @param <K> the key of a row
 * @param <C> a claimed request
 */
public class Bulkhead<K, C> {

    private static final Logger LOG = LoggerFactory.getLogger(Bulkhead.class);

    /** The longest time that the commit may take after the claim, because the rest of the claim is for the request. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(10);

    private final Worker<K, C> worker;
    private final int number;
    private final Semaphore free;
    private final ThreadPoolExecutor threads;
    private final Set<K> inside = ConcurrentHashMap.newKeySet();
    private volatile boolean open;

    /**
     * @param name the name of the threads
     * @param number the number of threads
     */
    public Bulkhead(String name, int number, Worker<K, C> worker) {
        this.worker = worker;
        this.number = number;
        free = new Semaphore(number);
        threads = new ThreadPoolExecutor(
                number,
                number,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new CustomizableThreadFactory(name + "-"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Lets rows be asked about from now on. Open already: no effect. */
    public void open() {
        open = true;
    }

    /** Begins no further requests. A repeated call has no effect. */
    public void shut() {
        open = false;
    }

    /**
     * Waits until the present requests have ended. One that takes longer than the limit is repeated after its claim has
     * ended. It is to be called once.
     *
     * @param limit how long to wait
     */
    public void close(Duration limit) {
        shut();
        try {
            free.tryAcquire(number, limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
    }

    /** Whether new calls are begun. */
    public boolean isOpen() {
        return open;
    }

    /** Returns how many requests can begin now. */
    public int free() {
        return open ? free.availablePermits() : 0;
    }

    /** Returns the number of rows about which requests are being made. */
    public int busy() {
        return inside.size();
    }

    /**
     * Serves a row in a thread of its own, which also claims it. It does nothing if no thread is free. A repeated call
     * while the row has a thread has no effect.
     */
    public void serve(K key) {
        if (acquire(key)) {
            begin(key, () -> worker.serve(key));
        }
    }

    /**
     * As {@link #serve(Object)}, once the caller's transaction is committed. A repeated call while the row has a thread
     * has no effect.
     */
    public void serveAfterCommit(K key) {
        AfterCommit.run(() -> serve(key));
    }

    /**
     * Serves rows that are claimed in the caller's thread, one after another: after an outage there are many, and
     * claims at the same time would take every connection. If a row cannot be claimed, the next ones still are. A
     * repeated call has no effect on a row that has a thread.
     *
     * @param worthIt asked before each row whether to go on
     */
    public void serve(List<K> due, BooleanSupplier worthIt) {
        due.stream()
                .takeWhile(key -> open && worthIt.getAsBoolean())
                .filter(this::acquire)
                .forEach(this::claim);
    }

    /**
     * Serves a row that is about to be stored. If a thread is free, the row is stored as claimed, which saves a
     * transaction, and the request begins after the commit. If it is not known whether the row was committed, or the
     * commit took long, the row becomes due again when its claim ends, as after the death of a node. If no thread is
     * free, or if repeated while the row has one, it has no effect.
     *
     * @param claim claims the row
     */
    public void askAfterCommit(K key, Supplier<C> claim) {
        if (!acquire(key)) {
            return;
        }
        C call = claim.get();
        long claimed = System.nanoTime();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED && System.nanoTime() - claimed < LONGEST_COMMIT.toNanos()) {
                    begin(key, () -> worker.call(call));
                } else {
                    release(key);
                }
            }
        });
    }

    private void claim(K key) {
        Optional<C> call = Optional.empty();
        try {
            call = worker.claim(key);
        } catch (CannotCreateTransactionException databaseAway) {
            throw databaseAway; // The database is away, and the next rows would only wait for it too.
        } catch (RuntimeException e) {
            LOG.warn("{} could not be claimed; the next look tries again", key, e);
        } finally {
            if (call.isEmpty()) {
                release(key);
            }
        }
        call.ifPresent(claimed -> begin(key, () -> worker.call(claimed)));
    }

    /** Reserves a thread for a row; returns false if none is free, or if the row has one already. */
    private boolean acquire(K key) {
        if (!open || !inside.add(key)) {
            return false;
        }
        if (free.tryAcquire()) {
            return true;
        }
        inside.remove(key);
        return false;
    }

    private void release(K key) {
        inside.remove(key);
        free.release();
    }

    /** Begins the request of a row that has a thread, which is given back when the request is over. */
    private void begin(K key, Runnable call) {
        try {
            threads.execute(() -> run(key, call));
        } catch (RejectedExecutionException closed) {
            release(key);
        }
    }

    private void run(K key, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.warn("What was said about {} could not be stored; it will be asked again", key, e);
        } finally {
            release(key);
        }
    }
}
