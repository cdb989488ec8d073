package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service that books and cancels the shipments of orders. */
@Service
public class ShippingService {

    private final Carrier carrier;
    private final Destinations destinations;
    private final Parcels parcels;
    private final Shipments shipments;
    private final Bookings bookings;
    private final BookingRequests requests;
    private final ApplicationEventPublisher events;

    ShippingService(
            Carrier carrier,
            Destinations destinations,
            Parcels parcels,
            Shipments shipments,
            Bookings bookings,
            BookingRequests requests,
            ApplicationEventPublisher events) {
        this.carrier = carrier;
        this.destinations = destinations;
        this.parcels = parcels;
        this.shipments = shipments;
        this.bookings = bookings;
        this.requests = requests;
        this.events = events;
    }

    /**
     * Books one attempt to bring an order to its customer. With a carrier that answers at once the parcel is booked
     * when this returns, and {@link ShipmentBooked} is published; any other carrier is asked after the commit, and what
     * came of it is published as {@link BookingAnswered}. A repeated call changes nothing and answers how far the first
     * one is.
     *
     * @param attempt counted from 1, the first shipment of the order; one more each time the one before it has failed
     * @throws IllegalArgumentException when the attempt is less than 1
     */
    @Transactional
    public BookingStatus book(OrderNumber order, int attempt) {
        if (attempt < 1) {
            throw new IllegalArgumentException("no attempt to ship order " + order + ": " + attempt);
        }
        if (!carrier.answersAtOnce()) {
            return requests.book(order, attempt);
        }
        parcels.book(order, attempt, trackingNumber(order, attempt));
        return BookingStatus.BOOKED;
    }

    private String trackingNumber(OrderNumber order, int attempt) {
        String reference = ShipmentTracking.referenceOf(order, attempt);
        return ((Carrier.Booked) carrier.book(new Carrier.Booking(reference, destinations.of(order), reference, false)))
                .trackingNumber();
    }

    /**
     * Has the carrier asked once more for a parcel that it refused, or about which it gave no answer in all attempts:
     * with as many attempts again, under the same idempotency key unless the carrier had said a definite no. The first
     * call after it became so only says that a person must look into it. A booking that is in no such state: no effect.
     *
     * @return what is known of the booking now
     * @throws CarrierUnresolved the first time; the message says what is known and what to do
     * @throws IllegalStateException when the order was never booked
     */
    @Transactional
    public BookingStatus retryBooking(OrderNumber order) {
        return requests.retryBooking(order);
    }

    /**
     * Cancels the order's shipment unless it has ended, and has the carrier stop or recall the parcel, also one that it
     * may have booked while its answer never came; what it was never asked for is withdrawn. What the carrier tells
     * about the parcel later is recorded and moves nothing. Publishes {@link ShipmentCancelled} for an open shipment. A
     * carrier that does not answer at once is asked after the commit, and what came of it is published as
     * {@link RecallAnswered}. Without an open shipment, or repeated: no effect.
     *
     * @return what is known of the recall now; {@code RECALLED} where there is nothing to recall
     */
    @Transactional
    public RecallStatus cancel(OrderNumber order) {
        // The booking is locked before the shipment, in the same order as when the carrier's answers are stored.
        Optional<BookingIntent> booking = carrier.answersAtOnce() ? Optional.empty() : bookings.lockNewest(order);
        Optional<ShipmentTracking> newest = shipments.lockNewestOf(order.value(), Limit.of(1));
        newest.filter(ShipmentTracking::isOpen).ifPresent(this::cancel);
        boolean arrived = newest.filter(shipment -> !shipment.isCancelled()).isPresent();
        return booking.filter(asked -> !arrived || !newest.get().isAttempt(asked.attempt()))
                .map(requests::callOff)
                .orElse(RecallStatus.RECALLED);
    }

    private void cancel(ShipmentTracking shipment) {
        shipment.cancel();
        if (carrier.answersAtOnce()) {
            carrier.recall(new Carrier.Recall(shipment.reference(), shipment.reference()));
        }
        events.publishEvent(new ShipmentCancelled(shipment.order(), shipment.attempt()));
    }

    /**
     * As {@link #retryBooking}, for a recall; repeated while the carrier is being asked, no effect. After a second
     * definite no the carrier is not asked again: whoever has it retried then has seen to the parcel by other means,
     * and it counts as recalled.
     *
     * @return what is known of the recall now
     * @throws CarrierUnresolved the first time; the message says what is known and what to do
     * @throws IllegalStateException when the order was never booked
     */
    @Transactional
    public RecallStatus retryRecall(OrderNumber order) {
        return requests.retryRecall(order);
    }

    /**
     * Nobody has heard what the carrier answered last about the order: it is published again in half a minute. Repeated
     * before then, never booked, or while the carrier is being asked: no effect.
     */
    @Transactional
    public void tellAgain(OrderNumber order) {
        requests.tellAgain(order);
    }

    /** How often the order has been booked for shipping; 0 when never. */
    @Transactional(readOnly = true)
    public int attempts(OrderNumber order) {
        return shipments.lastAttempt(order.value());
    }

    /** What the carrier said with the latest event of the order's last parcel; empty when it said nothing. */
    @Transactional(readOnly = true)
    public Optional<String> latestWords(OrderNumber order) {
        List<ShipmentTracking> all = shipments.findByOrderNumberOrderByAttempt(order.value());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.get(all.size() - 1).statusDetail());
    }

    /** All shipments of the order, first attempt first; empty when it has never been booked. */
    @Transactional(readOnly = true)
    public List<Shipment> ofOrder(OrderNumber order) {
        return shipments.findByOrderNumberOrderByAttempt(order.value()).stream()
                .map(ShipmentTracking::asShipment)
                .toList();
    }
}
