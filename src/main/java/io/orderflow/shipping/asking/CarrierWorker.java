package io.orderflow.shipping.asking;

import io.orderflow.outbound.Worker;
import io.orderflow.shipping.BookingIntent;
import io.orderflow.shipping.Bookings;
import io.orderflow.shipping.Carrier;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A worker that asks a carrier that does not answer at once, about one parcel at a time, outside of any transaction.
 */
@Component
class CarrierWorker implements Worker<String, CarrierRequest> {

    private static final Logger log = LoggerFactory.getLogger(CarrierWorker.class);

    private final CarrierAnswers answers;
    private final Bookings bookings;
    private final Carrier carrier;
    private final Clock clock;

    CarrierWorker(CarrierAnswers answers, Bookings bookings, Carrier carrier, Clock clock) {
        this.answers = answers;
        this.bookings = bookings;
        this.carrier = carrier;
        this.clock = clock;
    }

    @Override
    public Optional<CarrierRequest> claim(String reference) {
        return answers.claim(reference);
    }

    /** Claims a booking that is about to be stored. The carrier is asked once it is stored. */
    CarrierRequest claim(BookingIntent booking) {
        return answers.claim(booking);
    }

    @Override
    public Runnable ask(CarrierRequest call) {
        if (call instanceof CarrierRequest.ToBook about) {
            Carrier.BookingAnswer answer = book(about.booking());
            return () -> answers.settle(about, answer);
        }
        if (call instanceof CarrierRequest.ToRecall about) {
            Carrier.RecallAnswer answer = recall(about.recall());
            return () -> answers.settle(about, answer);
        }
        return () -> answers.settle((CarrierRequest.ToTell) call);
    }

    private Carrier.BookingAnswer book(Carrier.Booking booking) {
        try {
            return carrier.book(booking);
        } catch (RuntimeException e) {
            return unknown(booking.reference(), e);
        }
    }

    private Carrier.RecallAnswer recall(Carrier.Recall recall) {
        try {
            return carrier.recall(recall);
        } catch (RuntimeException e) {
            return unknown(recall.reference(), e);
        }
    }

    /**
     * Turns an exception into an unknown outcome. An adapter should not throw; if it does, the outcome is not known.
     */
    private static Carrier.Unknown unknown(String reference, RuntimeException e) {
        log.debug("The carrier's adapter failed with parcel {}", reference, e);
        return new Carrier.Unknown("no answer: " + e.getClass().getSimpleName());
    }

    /** Returns references about which the carrier must be asked for the first time. */
    List<String> dueFirst(int most) {
        return most > 0 ? bookings.dueFirst(clock.instant(), most) : List.of();
    }

    /** Returns references about which the carrier must be asked again or for a recall. */
    List<String> dueAgain(int most) {
        return most > 0 ? bookings.dueAgain(clock.instant(), most) : List.of();
    }
}
