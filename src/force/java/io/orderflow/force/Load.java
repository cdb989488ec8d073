package io.orderflow.force;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Customers at work until they have placed so many orders. */
class Load {

    /** For what one customer does with both hands at once. */
    static final Executor HANDS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "hand");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicInteger left;
    private final int orders;
    private final ExecutorService clients;

    Load(Site site, int orders, int customers, long seed) {
        this.orders = orders;
        left = new AtomicInteger(orders);
        // Each customer has several orders, or the load would be over before anything can happen to it.
        int busy = Math.min(customers, Math.max(12, orders / 4));
        clients = Executors.newFixedThreadPool(busy);
        List<Customer> all = IntStream.range(0, busy)
                .mapToObj(number ->
                        new Customer(site.shop(), site.carrier(), site.told(), new Random(seed * 1000 + number)))
                .toList();
        all.forEach(customer -> clients.execute(() -> work(customer)));
        clients.shutdown();
    }

    private void work(Customer customer) {
        while (left.getAndDecrement() > 0) {
            customer.order();
            customer.think();
        }
    }

    boolean isDone() {
        return clients.isTerminated();
    }

    /** How much of it has begun, 0 to 1. */
    double progress() {
        return 1 - Math.max(0, left.get()) / (double) orders;
    }

    void await() {
        try {
            if (!clients.awaitTermination(1, TimeUnit.HOURS)) {
                throw new IllegalStateException("the customers do not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off", e);
        }
    }
}
