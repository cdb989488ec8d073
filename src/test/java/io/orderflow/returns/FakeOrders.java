package io.orderflow.returns;

import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Orders in memory; a locked one is held until the transaction ends, as a row would be. */
class FakeOrders implements ReturnableOrders {

    private final Map<OrderNumber, ReturnableOrder> orders = new ConcurrentHashMap<>();
    private final Map<OrderNumber, ReentrantLock> locks = new ConcurrentHashMap<>();

    OrderNumber has(ReturnableOrder order) {
        orders.put(order.order(), order);
        return order.order();
    }

    @Override
    public Optional<ReturnableOrder> lock(OrderNumber order, Optional<CustomerId> onlyOf) {
        ReentrantLock lock = locks.computeIfAbsent(order, unlocked -> new ReentrantLock());
        lock.lock();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                lock.unlock();
            }
        });
        return read(order, onlyOf);
    }

    @Override
    public Optional<ReturnableOrder> read(OrderNumber order, Optional<CustomerId> onlyOf) {
        return Optional.ofNullable(orders.get(order))
                .filter(found -> onlyOf.isEmpty() || onlyOf.get().equals(found.customer()));
    }
}
