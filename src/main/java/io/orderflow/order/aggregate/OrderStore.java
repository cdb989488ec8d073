package io.orderflow.order.aggregate;

import io.orderflow.order.OrderChanged;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    OrderStore(EntityManager entities, OrderEvents trails, ApplicationEventPublisher events) {
        this.entities = entities;
        this.trails = trails;
        this.events = events;
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

    /** Tells of a change. Its audit events are written at the end of the transaction, with those of further changes. */
    public void written(Order order) {
        Unwritten unwritten = new Unwritten(order, trails);
        if (!TransactionSynchronizationManager.getSynchronizations().contains(unwritten)) {
            TransactionSynchronizationManager.registerSynchronization(unwritten);
        }
        events.publishEvent(new OrderChanged(order.number(), order.status()));
    }

    private record Unwritten(Order order, OrderEvents trails) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            trails.add(order.takeNewEvents());
        }
    }
}
