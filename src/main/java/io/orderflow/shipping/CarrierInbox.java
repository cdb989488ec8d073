package io.orderflow.shipping;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what carriers tell: stores it first, applies it afterwards, each message once however often it comes. */
@Component
public class CarrierInbox {

    private static final int BATCH = 50;
    private static final int MOST_BATCHES = 20;
    private static final Comparator<CarrierEvent> AS_IT_HAPPENED = Comparator.comparing(CarrierEvent::happenedAt)
            .thenComparing(event -> event.type().ordinal());

    private final CarrierEvents inbox;
    private final CarrierEventApplication application;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CarrierInbox(CarrierEvents inbox, CarrierEventApplication application, TransactionOperations transactions,
            ApplicationEventPublisher events, Clock clock) {
        this.inbox = inbox;
        this.application = application;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores a message; it is applied soon after the surrounding transaction, or this call's own, has committed. A
     * repeated message, known by its webhook id or by carrier and event id, has no second effect.
     *
     * @param message what the carrier told; not null
     * @return whether the message is new
     */
    public boolean receive(CarrierMessage message) {
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> store(message)));
        } catch (DataIntegrityViolationException e) {
            if (isKnown(message)) {
                return false;
            }
            throw e;
        }
    }

    private boolean store(CarrierMessage message) {
        if (isKnown(message)) {
            return false;
        }
        CarrierEvent event = inbox.save(new CarrierEvent(message, clock.instant()));
        if (event.outcome() == CarrierEvent.Outcome.PENDING) {
            events.publishEvent(new CarrierEventStored(event.webhookId()));
        }
        return true;
    }

    private boolean isKnown(CarrierMessage message) {
        return inbox.isKnown(message.webhookId(), message.carrier(), message.eventId());
    }

    /**
     * Applies every stored message that is due, in the order in which things happened; what fails or comes before its
     * shipment is put off. Safe to call at any time, from several threads and on several nodes.
     */
    public void applyDue() {
        boolean more = true;
        for (int batch = 0; more && batch < MOST_BATCHES; batch++) {
            List<CarrierEvent> due = inbox.findDue(clock.instant(), Limit.of(BATCH));
            due.stream().sorted(AS_IT_HAPPENED).map(CarrierEvent::webhookId).forEach(application::apply);
            more = due.size() == BATCH;
        }
    }

    /** Applies one stored message; no effect when it has been settled, or is being applied elsewhere. */
    void apply(String webhookId) {
        application.apply(webhookId);
    }

    /** Applies at once what came before this shipment was booked. */
    void applyEarly(ShipmentBooked booked) {
        Integer early = transactions.execute(status ->
                inbox.wake(booked.orderNumber().value(), booked.trackingNumber(), clock.instant()));
        if (early != null && early > 0) {
            applyDue();
        }
    }
}
