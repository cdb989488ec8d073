package io.orderflow.order.aggregate;

import io.orderflow.order.OrderStatus;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads orders for change and writes what changed. Every change of an order holds the lock of its row until the
 * transaction ends: that is what decides between a cancellation and a payment, or two payments, that come at once.
 */
@Component
public class OrderStore {

    private final EntityManager entities;
    private final OrderEvents trails;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    OrderStore(EntityManager entities, OrderEvents trails) {
        this.entities = entities;
        this.trails = trails;
    }

    /** Whoever waits on this node for news of orders; nothing may depend on it being told. */
    public interface Listener {

        /**
         * An order was changed, and that is committed.
         *
         * @param status where the order stands now
         */
        void changed(OrderNumber order, OrderStatus status);
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public void forget(Listener listener) {
        listeners.remove(listener);
    }

    /** The order with its row locked; costs one statement per transaction however often it is asked for. */
    public Optional<Order> lock(OrderNumber number) {
        return Optional.ofNullable(entities.find(Order.class, number.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Changes an order that must exist. */
    public void change(OrderNumber number, Consumer<Order> verb) {
        Order order = lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        verb.accept(order);
        written(order);
    }

    /** Frees the placement key for another order; written at once, or inserting that one would fail. */
    public void forgetPlacement(Order order) {
        order.forgetPlacement();
        entities.flush();
    }

    public void insert(Order order) {
        try {
            entities.persist(order);
            written(order);
            entities.flush();
        } catch (PersistenceException | DataIntegrityViolationException e) {
            throw new OrderNumberTaken(e);
        }
    }

    /**
     * Takes a change for written. Its audit events are written at the end of the transaction, with those of further
     * changes, and after the commit whoever listens is told.
     */
    public void written(Order order) {
        Unwritten unwritten = new Unwritten(order, this);
        if (!TransactionSynchronizationManager.getSynchronizations().contains(unwritten)) {
            TransactionSynchronizationManager.registerSynchronization(unwritten);
        }
    }

    private record Unwritten(Order order, OrderStore store) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            store.trails.add(order.takeNewEvents());
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED) {
                store.listeners.forEach(listener -> listener.changed(order.number(), order.status()));
            }
        }
    }
}
