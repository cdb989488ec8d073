package io.orderflow.shipping.asking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.outbound.Bulkhead;
import io.orderflow.shipping.BookingIntent;
import io.orderflow.shipping.Carrier;
import io.orderflow.shipping.ShippingProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * First bookings have their lanes, and everything else that the carrier is asked has others. A carrier that answers at
 * once needs none.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class CarrierDispatcher implements SmartLifecycle {

    private final CarrierWorker desk;
    private final Carrier carrier;
    private final Bulkhead<String, CarrierRequest> first;
    private final Bulkhead<String, CarrierRequest> again;

    CarrierDispatcher(CarrierWorker desk, Carrier carrier, ShippingProperties properties, MeterRegistry meters) {
        this.desk = desk;
        this.carrier = carrier;
        this.first = lanes("booking", properties.lanes(), meters);
        this.again = lanes("shipment", Math.max(1, properties.lanes() / 4), meters);
    }

    private Bulkhead<String, CarrierRequest> lanes(String name, int number, MeterRegistry meters) {
        Bulkhead<String, CarrierRequest> lanes = new Bulkhead<>(name, number, desk);
        Gauge.builder("orders.shipping.lanes.busy", lanes, Bulkhead::busy)
                .tag("lane", name)
                .description("Parcels that the carrier is being asked about")
                .register(meters);
        return lanes;
    }

    @EventListener
    void on(BookingIntent.Due due) {
        Bulkhead<String, CarrierRequest> lanes =
                due.booking().isToBook() && due.booking().tries().begun() == 0 ? first : again;
        lanes.serveOnceStored(due.booking().reference(), () -> desk.claim(due.booking()));
    }

    /** Finds what nobody was told of: further tries, what found the lanes full, and what a dead node left behind. */
    @Scheduled(fixedDelay = 1000)
    void look() {
        if (!carrier.answersAtOnce()) {
            first.serve(desk.dueFirst(first.free()), () -> true);
            again.serve(desk.dueAgain(again.free()), () -> true);
        }
    }

    @Override
    public void start() {
        first.open();
        again.open();
    }

    @Override
    public void stop() {
        first.shut();
        again.shut();
        first.close(carrier.patience());
        again.close(carrier.patience());
    }

    @Override
    public boolean isRunning() {
        return first.isOpen();
    }
}
