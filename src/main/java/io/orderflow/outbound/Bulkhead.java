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

    /** Begins nothing new until it is opened again. Shut already: no effect. */
    public void shut() {
        open = false;
    }

    /**
     * Lets what is under way come to its end, and ends its threads for good; whatever takes longer is taken up by its
     * claim's end. To be called once.
     *
     * @param limit how long to wait for what is under way
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

    /** How many calls can be begun now; 0 while it is shut. */
    public int free() {
        return open ? free.availablePermits() : 0;
    }

    /** Returns the number of rows about which requests are being made. */
    public int busy() {
        return inside.size();
    }

    /**
     * Has asked what there is to ask about a row, claimed in a thread of its own. Without a free thread, or repeated
     * while the row has one: no effect.
     */
    public void serve(K key) {
        if (acquire(key)) {
            begin(key, () -> worker.serve(key));
        }
    }

    /** As {@link #serve(Object)}, once the caller's transaction is committed. */
    public void serveAfterCommit(K key) {
        AfterCommit.run(() -> serve(key));
    }

    /**
     * As {@link #serve}, but claimed in the caller's thread one after the other: after an outage that is much, and
     * claimed all at once it would take every connection. What cannot be claimed holds up none behind it. Repeated for
     * a row that has a thread: no effect.
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
     * For a row that is about to be stored. One that finds a free thread is stored as claimed already, which saves a
     * transaction, and goes there with the commit. Where nobody can tell whether it was committed, or that took long,
     * the end of the claim brings it back, as it does after a node's death. Without a free thread, or repeated while
     * the row has one: no effect.
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
