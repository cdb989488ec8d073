package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The simulated carrier, with the books it would keep: the parcels it is to carry, whatever our tables say. */
@Primary
@TestComponent
public class CarrierBooks implements Carrier {

    private final Carrier carrier = new SimulatedCarrier();
    private final Set<String> booked = ConcurrentHashMap.newKeySet();
    private final Set<OrderNumber> silent = ConcurrentHashMap.newKeySet();

    /** Books the order's next parcel, but its answer gets lost on the way. */
    public void loseAnswer(OrderNumber order) {
        silent.add(order);
    }

    /** How many parcels of the order are booked and not called back. */
    public long parcels(OrderNumber order) {
        return booked.stream().filter(reference -> reference.startsWith(order + "-")).count();
    }

    @Override
    public String name() {
        return carrier.name();
    }

    @Override
    public String book(String reference, ShippingAddress address) {
        booked.add(reference);
        if (silent.removeIf(order -> reference.startsWith(order + "-"))) {
            throw new IllegalStateException("no answer in time");
        }
        return carrier.book(reference, address);
    }

    @Override
    public void cancel(String reference) {
        booked.remove(reference);
        carrier.cancel(reference);
    }
}
