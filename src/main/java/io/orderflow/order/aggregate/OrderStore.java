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
 * The repository through which orders are changed. Every change holds the lock of the order's row until the transaction
 * ends. The lock decides which comes first if a cancellation and a payment, or two payments, come at the same time.
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

    /** Whoever waits on this node for changes of orders; nothing may depend on it being told. */
    public interface Listener {

        /**
         * An order was changed, and that is committed.
         *
         * @param status where the order stands now
         */
        void changed(OrderNumber order, OrderStatus status);
    }

    /** Tells the listener of all changes from now on. */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /** Returns the order, and locks its row. Further calls in the same transaction cost no statement. */
    public Optional<Order> lock(OrderNumber number) {
        return Optional.ofNullable(entities.find(Order.class, number.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Changes an order that must exist. */
    public void change(OrderNumber number, Consumer<Order> verb) {
        Order order = lock(number).orElseThrow(() -> new IllegalStateException("no order " + number));
        verb.accept(order);
        written(order);
    }

    /**
     * Frees the placement key for another order. It is written at once, because the insert of that order would fail
     * otherwise.
     */
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
     * Takes note of a change of the order. The audit events are written at the end of the transaction, together with
     * those of later changes. The listeners are told after the commit.
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
