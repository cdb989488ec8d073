package io.orderflow.shipping.asking;

import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.BookingIntent;
import io.orderflow.shipping.Bookings;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks a carrier elsewhere when a test says so, one parcel at a time. */
@TestComponent
public class CarrierClerk {

    private final CarrierWorker worker;
    private final Bookings bookings;
    private final TransactionTemplate transaction;

    CarrierClerk(CarrierWorker worker, Bookings bookings, TransactionTemplate transaction) {
        this.worker = worker;
        this.bookings = bookings;
        this.transaction = transaction;
    }

    /** Asks what there is to ask about an order's last parcel now; false when there is nothing. */
    public boolean serve(OrderNumber order) {
        return reference(order).map(worker::serve).orElse(false);
    }

    /** Asks what there is to ask now, and keeps the answer in hand: what is returned stores it. */
    public Runnable ask(OrderNumber order) {
        return worker.ask(claim(order));
    }

    /** Claims what there is to ask now, as a node does that dies before it asks. */
    public void claimAndDie(OrderNumber order) {
        claim(order);
    }

    private CarrierRequest claim(OrderNumber order) {
        return reference(order).flatMap(worker::claim).orElseThrow();
    }

    /** How often the carrier was asked for what it is, or was last, asked for. */
    public int tries(OrderNumber order) {
        return transaction.execute(
                status -> bookings.newest(order).orElseThrow().attempts().begun());
    }

    private Optional<String> reference(OrderNumber order) {
        return transaction.execute(status -> bookings.newest(order).map(BookingIntent::reference));
    }
}
