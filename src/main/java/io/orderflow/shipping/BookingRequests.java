package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The store of requests to a carrier that does not answer at once, in the caller's transaction. The carrier is asked
 * after the commit.
 */
@Component
class BookingRequests {

    private static final Duration UNTIL_TOLD_AGAIN = Duration.ofSeconds(30);

    private final Bookings bookings;
    private final Carrier carrier;
    private final ObjectProvider<CarrierCalls> asking;
    private final ShippingProperties properties;
    private final Clock clock;

    BookingRequests(
            Bookings bookings,
            Carrier carrier,
            ObjectProvider<CarrierCalls> asking,
            ShippingProperties properties,
            Clock clock) {
        this.bookings = bookings;
        this.carrier = carrier;
        this.asking = asking;
        this.properties = properties;
        this.clock = clock;
    }

    /** Asks once for the booking of a delivery attempt; a repeated call returns the status of the first one. */
    BookingStatus book(OrderNumber order, int attempt) {
        return bookings.find(ShipmentTracking.referenceOf(order, attempt))
                .orElseGet(() -> begin(order, attempt))
                .status();
    }

    private BookingIntent begin(OrderNumber order, int attempt) {
        BookingIntent booking = new BookingIntent(order, attempt, properties.retry(), clock.instant());
        asking.ifAvailable(calls -> calls.ask(booking));
        bookings.add(booking);
        return booking;
    }

    /** Calls off a booking whose row is locked already. */
    RecallStatus callOff(BookingIntent booking) {
        Instant now = clock.instant();
        boolean wanted = !booking.isCalledOff();
        booking.callOff(properties.retry(), now);
        if (wanted && booking.isToRecall()) {
            askNow(booking, now);
        }
        return booking.recallStatus();
    }

    BookingStatus retryBooking(OrderNumber order) {
        BookingIntent booking = existing(order);
        if (booking.status() == BookingStatus.UNRESOLVED) {
            requireReported(booking, "book", """
                    Correct the cause with the carrier and increase the retries of this job: the carrier is then asked again. \
                    Or cancel the order.""");
            reopen(booking);
        }
        return booking.status();
    }

    RecallStatus retryRecall(OrderNumber order) {
        BookingIntent booking = existing(order);
        if (booking.recallStatus() == RecallStatus.UNRESOLVED) {
            if (booking.isRecallRefusedForGood()) {
                requireReported(booking, "recall", """
                        It refuses for the second time. Have the parcel brought back by other means. When the goods are back, or will \
                        be, increase the retries of this job: the carrier is not asked again, and the order is called off and refunded.""");
                bookings.lock(booking.reference()).orElseThrow().recalledByOtherMeans(clock.instant());
            } else {
                requireReported(booking, "recall", """
                        Talk to the carrier and increase the retries of this job: it is then asked again. The refund waits for it.""");
                reopen(booking);
            }
        }
        return booking.recallStatus();
    }

    private BookingIntent existing(OrderNumber order) {
        return bookings.newest(order)
                .orElseThrow(() -> new IllegalStateException("order " + order + " was never booked"));
    }

    private void requireReported(BookingIntent booking, String what, String whatToDo) {
        if (!booking.isReported()) {
            bookings.report(booking.reference());
            throw new CarrierUnresolved(
                    "Order %s: the carrier %s does not %s parcel %s (attempts: %d). Its last answer: %s. %s"
                            .formatted(
                                    booking.order(),
                                    carrier.name(),
                                    what,
                                    booking.reference(),
                                    booking.attempts().begun(),
                                    booking.attempts().lastAnswer(),
                                    whatToDo.strip()));
        }
    }

    private void reopen(BookingIntent given) {
        BookingIntent booking = bookings.lock(given.reference()).orElseThrow();
        Instant now = clock.instant();
        booking.reopen(properties.retry(), now);
        askNow(booking, now);
    }

    /** Has the carrier asked at once, unless a worker has the claim; the request then waits for its answer. */
    private void askNow(BookingIntent booking, Instant now) {
        if (!booking.isClaimed(now)) {
            asking.ifAvailable(calls -> calls.ask(booking));
        }
    }

    void tellAgain(OrderNumber order) {
        bookings.lockNewest(order)
                .filter(BookingIntent::isAtRest)
                .ifPresent(booking -> booking.askAt(clock.instant().plus(UNTIL_TOLD_AGAIN)));
    }
}
