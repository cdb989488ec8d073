package io.orderflow.shipping.inbox;

import io.orderflow.shipping.ShipmentBooked;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The inbox for messages of carriers. Each message counts once, however often it comes. It is stored and applied in one
 * transaction; if that fails or the shipment is not booked yet, it is only stored, and applied later.
 */
@Component
public class CarrierInbox {

    private static final Logger log = LoggerFactory.getLogger(CarrierInbox.class);
    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 20;
    private static final Comparator<CarrierEvent> AS_IT_HAPPENED = Comparator.comparing(CarrierEvent::happenedAt)
            .thenComparing(event -> event.type().ordinal());

    private final CarrierEvents inbox;
    private final CarrierEventApplication application;
    private final TransactionOperations transactions;
    private final Clock clock;

    CarrierInbox(
            CarrierEvents inbox, CarrierEventApplication application, TransactionOperations transactions, Clock clock) {
        this.inbox = inbox;
        this.application = application;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes a message. When this returns, the message is stored and has been applied or will be. A repeated message,
     * known by its webhook id, or by carrier, event id and parcel or order, has no second effect. A call within a
     * transaction is part of it, and fails with it.
     *
     * @return whether the message is new
     */
    public boolean receive(CarrierMessage message) {
        boolean partOfMore = TransactionSynchronizationManager.isActualTransactionActive();
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> application.take(message)));
        } catch (RuntimeException e) {
            if (partOfMore) {
                throw e;
            }
            return keepForLater(message, e);
        }
    }

    private boolean keepForLater(CarrierMessage message, RuntimeException why) {
        CarrierEvent event = new CarrierEvent(message, clock.instant());
        event.postpone(clock.instant());
        try {
            boolean isNew = Boolean.TRUE.equals(transactions.execute(status -> inbox.keep(event)));
            if (isNew) {
                warn(event, why);
            }
            return isNew;
        } catch (DataIntegrityViolationException e) {
            if (inbox.isKnown(message)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Applies every stored message that is due, in the order of the events. A message that fails, or whose shipment is
     * not booked yet, is postponed. It may be called at any time, from several threads and on several nodes.
     */
    public void applyDue() {
        boolean more = true;
        for (int batch = 0; more && batch < MOST_BATCHES; batch++) {
            List<CarrierEvent> due = inbox.due(clock.instant(), BATCH);
            due.stream().sorted(AS_IT_HAPPENED).map(CarrierEvent::webhookId).forEach(this::apply);
            more = due.size() == BATCH;
        }
    }

    /** Applies one stored message. It has no effect if the message is not pending, or is being applied elsewhere. */
    void apply(String webhookId) {
        try {
            transactions.executeWithoutResult(status -> application.apply(webhookId));
        } catch (RuntimeException e) {
            transactions.executeWithoutResult(
                    status -> inbox.lockPending(webhookId).ifPresent(event -> {
                        event.postpone(clock.instant());
                        warn(event, e);
                    }));
        }
    }

    private static void warn(CarrierEvent event, RuntimeException why) {
        log.warn(
                "Carrier event {} failed {} times, next attempt at {}: {}",
                event.webhookId(),
                event.attempts(),
                event.nextAttemptAt(),
                why.toString());
        log.debug("Why carrier event {} failed", event.webhookId(), why);
    }

    /** Whether anything was told of this shipment before it was booked; mostly there is nothing. */
    boolean holdsEarly(ShipmentBooked booked) {
        return inbox.waitFor(booked);
    }

    /** Applies the messages that came before this shipment was booked. */
    void applyEarly(ShipmentBooked booked) {
        transactions.executeWithoutResult(status -> inbox.wake(booked, clock.instant()));
        applyDue();
    }
}
