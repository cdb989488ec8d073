package io.orderflow.order.expiry;

import io.orderflow.order.ReservationExpired;
import io.orderflow.order.aggregate.OrderStore;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.transactions.RepeatedTransaction;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The transaction in which one expired order is called off. */
@Component
class OrderExpiration {

    private final OrderStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderExpiration(OrderStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes {@link ReservationExpired}. It has no effect if the order was paid or called off meanwhile. */
    @RepeatedTransaction
    public void callOff(OrderNumber number) {
        store.lock(number)
                .filter(order -> order.isExpired(clock.instant()))
                .ifPresent(order -> events.publishEvent(new ReservationExpired(number)));
    }
}
