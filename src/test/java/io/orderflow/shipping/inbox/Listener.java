package io.orderflow.shipping.inbox;

import io.orderflow.shipping.BookingAnswered;
import io.orderflow.shipping.GoodsReturned;
import io.orderflow.shipping.RecallAnswered;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentContradicted;
import io.orderflow.shipping.ShipmentDelivered;
import io.orderflow.shipping.ShipmentFailed;
import io.orderflow.shipping.ShipmentHandedOver;
import io.orderflow.shipping.ShipmentProgressed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/** Stands where the process listens: keeps what was published and committed, and fails when asked to. */
class Listener {

    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @EventListener({
        ShipmentHandedOver.class,
        ShipmentDelivered.class,
        ShipmentFailed.class,
        ShipmentContradicted.class,
        GoodsReturned.class,
        BookingAnswered.class
    })
    void failIfAsked(Object event) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("not now: " + event);
        }
    }

    @TransactionalEventListener({
        ShipmentBooked.class,
        ShipmentHandedOver.class,
        ShipmentProgressed.class,
        ShipmentDelivered.class,
        ShipmentFailed.class,
        ShipmentContradicted.class,
        GoodsReturned.class,
        BookingAnswered.class,
        RecallAnswered.class
    })
    void hear(Object event) {
        heard.add(event);
    }

    void failNext(int times) {
        failures.set(times);
    }

    List<Object> heard() {
        return heard;
    }

    void reset() {
        heard.clear();
        failures.set(0);
    }
}
