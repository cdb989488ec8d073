package io.orderflow.order.expiry;

import io.orderflow.order.reading.OpenOrders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * A service that finds orders that were not paid in time and has them called off. Several nodes may look at the same
 * time. It replaces a timer in the process, which would cost a row for every order that is paid in time.
 */
@Service
public class ExpirySweep {

    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);
    private static final int PORTION = 200;
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final OrdersToExpire orders;
    private final OrderExpiration expired;
    private final Clock clock;

    ExpirySweep(OrdersToExpire orders, OrderExpiration expired, Clock clock) {
        this.orders = orders;
        this.expired = expired;
        this.clock = clock;
    }

    /** Calls off the orders whose reservation has expired just now. */
    public void look() {
        callOffSince(clock.instant().minus(JUST_NOW));
    }

    /**
     * Calls off every order whose reservation has expired, those as well that could not be called off when they did.
     */
    public void lookFurther() {
        callOffSince(Instant.EPOCH);
    }

    private void callOffSince(Instant moment) {
        OpenOrders.Mark after = OpenOrders.Mark.from(moment);
        List<OpenOrders.Mark> portion;
        do {
            portion = orders.expired(clock.instant(), after.orderedAt(), after.number(), Limit.of(PORTION));
            portion.forEach(this::callOff);
            after = portion.isEmpty() ? after : portion.get(portion.size() - 1);
        } while (portion.size() == PORTION);
    }

    private void callOff(OpenOrders.Mark found) {
        try {
            expired.callOff(found.order());
        } catch (RuntimeException e) {
            LOG.warn("Order {} has expired and could not be called off; it is tried again", found.order(), e);
        }
    }
}
