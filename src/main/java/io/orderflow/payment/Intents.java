package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What must be committed whatever becomes of the step that is under way: intents before a call, unknown answers after. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Intents {

    private final EntityManager entities;
    private final Clock clock;

    Intents(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Stores the intent to refund; one that is stored already stays as it is. */
    void intendRefund(RefundId id, OrderNumber order, Money amount) {
        if (entities.find(RefundIntent.class, id.value()) == null) {
            entities.persist(new RefundIntent(id, order, amount, clock.instant()));
        }
    }

    /** Returns how often the gateway was asked. */
    int noteUnknownCharge(OrderNumber order, String answer) {
        ChargeIntent charge = entities.find(ChargeIntent.class, order.value());
        charge.noteUnknown(answer);
        return charge.tries();
    }

    /** Returns how often the gateway was asked. */
    int noteUnknownRefund(RefundId id, String answer) {
        RefundIntent refund = entities.find(RefundIntent.class, id.value());
        refund.note(answer);
        return refund.tries();
    }
}
