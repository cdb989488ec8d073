package io.orderflow.shipping.asking;

import io.orderflow.shared.transactions.RepeatedTransaction;
import io.orderflow.shipping.BookingAnswered;
import io.orderflow.shipping.BookingIntent;
import io.orderflow.shipping.Bookings;
import io.orderflow.shipping.Carrier;
import io.orderflow.shipping.CarrierCalls;
import io.orderflow.shipping.Destinations;
import io.orderflow.shipping.Parcels;
import io.orderflow.shipping.RecallAnswered;
import io.orderflow.shipping.RecallStatus;
import io.orderflow.shipping.ShippingProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The two ends of a request to the carrier: it claims a booking before the request, and stores the answer after it.
 * Each end is one transaction, and none is open in between. An answer and the order's process's reaction to it are
 * committed together.
 */
@Component
@RepeatedTransaction(attempts = 8)
class CarrierAnswers {

    private static final Logger log = LoggerFactory.getLogger(CarrierAnswers.class);

    private final Bookings bookings;
    private final Parcels parcels;
    private final Carrier carrier;
    private final Destinations destinations;
    private final ObjectProvider<CarrierCalls> asking;
    private final ApplicationEventPublisher events;
    private final ShippingProperties properties;
    private final Clock clock;

    CarrierAnswers(
            Bookings bookings,
            Parcels parcels,
            Carrier carrier,
            Destinations destinations,
            ObjectProvider<CarrierCalls> asking,
            ApplicationEventPublisher events,
            ShippingProperties properties,
            Clock clock) {
        this.bookings = bookings;
        this.parcels = parcels;
        this.carrier = carrier;
        this.destinations = destinations;
        this.asking = asking;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Claims a booking for as long as a request can take, so that no other thread or node asks about it meanwhile. The
     * claim of a worker that dies ends by itself.
     *
     * @return empty if nothing is to be asked now, or if another worker is asking
     */
    Optional<CarrierRequest> claim(String reference) {
        return bookings.lock(reference)
                .filter(booking -> booking.claim(clock.instant(), carrier.patience()))
                .map(this::call);
    }

    /**
     * Claims a booking in the transaction that stores it, which saves a transaction. It must not have been claimed
     * before.
     */
    CarrierRequest claim(BookingIntent booking) {
        booking.claim(clock.instant(), carrier.patience());
        return call(booking);
    }

    private CarrierRequest call(BookingIntent booking) {
        if (booking.isToBook()) {
            boolean again = booking.attempts().begin();
            return new CarrierRequest.ToBook(
                    booking.booking(destinations.of(booking.order()), again), booking.claimedUntil());
        }
        if (booking.isToRecall()) {
            booking.attempts().begin();
            return new CarrierRequest.ToRecall(booking.recall(), booking.claimedUntil());
        }
        return new CarrierRequest.ToTell(booking.reference(), booking.claimedUntil());
    }

    /**
     * Stores the carrier's answer about a booking. A parcel that was called off before its booking was answered is
     * recalled. If the answer comes after the end of its claim, another worker may be asking. Then only a booked parcel
     * is stored, because the other worker gets every other answer itself.
     */
    void settle(CarrierRequest.ToBook call, Carrier.BookingAnswer answer) {
        BookingIntent booking = bookings.lock(call.reference()).orElseThrow();
        Instant now = clock.instant();
        boolean inTime = booking.release(call.claim());
        if (answer instanceof Carrier.Booked booked) {
            settleBooked(booking, booked.trackingNumber(), now);
        } else if (booking.isToBook() && inTime) {
            notYet(booking, answer, now);
        }
        askNext(booking, now);
    }

    private void settleBooked(BookingIntent booking, String trackingNumber, Instant now) {
        if (booking.isToBook()) {
            booking.booked(now);
            parcels.book(booking.order(), booking.attempt(), trackingNumber);
            events.publishEvent(new BookingAnswered(booking.order(), booking.status()));
        } else if (booking.isCalledOff()) {
            parcels.bookInVain(booking.order(), booking.attempt(), trackingNumber);
            if (booking.recallStatus() == RecallStatus.RECALLED) {
                booking.recall(properties.retry(), now); // The recall may have reached the carrier before the booking.
            }
        }
    }

    /** Stores the carrier's answer about a recall, by the same rules. */
    void settle(CarrierRequest.ToRecall call, Carrier.RecallAnswer answer) {
        BookingIntent booking = bookings.lock(call.reference()).orElseThrow();
        boolean inTime = booking.release(call.claim());
        if (booking.isToRecall() && answer instanceof Carrier.Recalled) {
            booking.askNoMore();
            booking.recalled(clock.instant());
            tell(booking);
        } else if (booking.isToRecall() && inTime) {
            notYet(booking, answer, clock.instant());
        }
    }

    private void notYet(BookingIntent booking, Object answer, Instant now) {
        if (answer instanceof Carrier.Refused refused) {
            booking.attempts().noteRefusal(refused.words());
            giveUp(booking);
            return;
        }
        booking.attempts().note(((Carrier.Unknown) answer).words());
        if (booking.attempts().areExhausted()) {
            giveUp(booking);
        } else {
            booking.askAt(booking.attempts().next(properties.retry(), now));
        }
    }

    private void giveUp(BookingIntent booking) {
        booking.giveUp();
        log.warn(
                "The carrier {} does not {} parcel {}: {}",
                carrier.name(),
                booking.isCalledOff() ? "recall" : "book",
                booking.reference(),
                booking.attempts().lastAnswer());
        tell(booking);
    }

    /** Publishes the last answer again, unless the carrier must be asked again. */
    void settle(CarrierRequest.ToTell call) {
        BookingIntent booking = bookings.lock(call.reference()).orElseThrow();
        if (booking.release(call.claim()) && !booking.isToAsk()) {
            tell(booking);
        }
        askNext(booking, clock.instant());
    }

    /** Has the carrier asked next for a request that came while a worker had the claim. */
    private void askNext(BookingIntent booking, Instant now) {
        if (booking.isToAsk() && booking.isAtRest()) {
            booking.askAt(now);
            asking.ifAvailable(calls -> calls.ask(booking));
        }
    }

    private void tell(BookingIntent booking) {
        events.publishEvent(
                booking.isCalledOff()
                        ? new RecallAnswered(booking.order(), booking.recallStatus())
                        : new BookingAnswered(booking.order(), booking.status()));
    }
}
