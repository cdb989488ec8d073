package io.orderflow.shipping;

import io.orderflow.outbound.Attempts;
import io.orderflow.outbound.Claimable;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.ShippingAddress;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The booking of one parcel with a carrier that does not answer at once, and perhaps its recall later. It is stored
 * before the carrier is asked. The claim makes sure that a recall does not overtake the booking.
 */
@Entity
@Table(name = "booking")
public class BookingIntent extends Claimable {

    private enum State {
        REQUESTED,
        BOOKED,
        UNRESOLVED,
        RECALL_REQUESTED,
        RECALLED,
        RECALL_UNRESOLVED
    }

    private static final Set<State> CALLED_OFF =
            EnumSet.of(State.RECALL_REQUESTED, State.RECALLED, State.RECALL_UNRESOLVED);

    @Id
    private String reference;

    private String orderNumber;
    private int attempt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private State state = State.REQUESTED;

    @Embedded
    private Attempts attempts;

    private boolean reported;
    private Instant requestedAt;
    private @Nullable Instant settledAt;

    @Version
    private @Nullable Long version;

    protected BookingIntent() {}

    BookingIntent(OrderNumber order, int attempt, List<Duration> waits, Instant now) {
        this.reference = ShipmentTracking.referenceOf(order, attempt);
        this.orderNumber = order.value();
        this.attempt = attempt;
        this.attempts = new Attempts(waits);
        this.requestedAt = now;
        askAt(now);
    }

    // ---- booking

    public boolean isToBook() {
        return state == State.REQUESTED;
    }

    public void booked(Instant now) {
        settle(State.REQUESTED, State.BOOKED, now);
    }

    // ---- recalling

    public boolean isToRecall() {
        return state == State.RECALL_REQUESTED;
    }

    /** Whether the parcel was called off. */
    public boolean isCalledOff() {
        return CALLED_OFF.contains(state);
    }

    /**
     * Calls the parcel off. If the carrier was never asked to book it, or has refused, no recall is needed; otherwise
     * the parcel is recalled, even if it is not known whether it is booked. A repeated call has no effect.
     */
    void callOff(List<Duration> waits, Instant now) {
        boolean neverAsked = state == State.REQUESTED && attempts.begun() == 0;
        if (neverAsked || state == State.UNRESOLVED && attempts.isRefused()) {
            askNoMore();
            state = State.RECALLED;
            settledAt = now;
        } else if (!isCalledOff()) {
            recall(waits, now);
        }
    }

    /** Asks for the recall of the parcel, for the first time or again. */
    public void recall(List<Duration> waits, Instant now) {
        state = State.RECALL_REQUESTED;
        attempts = new Attempts(waits);
        askAt(now);
    }

    public void recalled(Instant now) {
        settle(State.RECALL_REQUESTED, State.RECALLED, now);
    }

    /**
     * Whether the carrier has refused the recall again, after a person had it asked again. The first refusal is not
     * enough: a person may retry many jobs at once, which must not count as the statement that the goods are back.
     */
    boolean isRecallRefusedForGood() {
        return state == State.RECALL_UNRESOLVED && attempts.isRefused() && attempts.round() > 1;
    }

    /** Marks a parcel as recalled that the carrier did not recall, because a person has stopped its delivery. */
    void recalledByOtherMeans(Instant now) {
        settle(State.RECALL_UNRESOLVED, State.RECALLED, now);
    }

    // ---- booking and recalling

    /** Whether a booking or a recall must be asked for. */
    public boolean isToAsk() {
        return isToBook() || isToRecall();
    }

    private void settle(State from, State outcome, Instant now) {
        if (state != from) {
            throw new IllegalStateException("booking " + reference + " is " + state + " and cannot become " + outcome);
        }
        state = outcome;
        settledAt = now;
    }

    /** Marks the booking or the recall as unresolved: the attempts are used up, or the carrier has refused. */
    public void giveUp() {
        state = isToRecall() ? State.RECALL_UNRESOLVED : State.UNRESOLVED;
        reported = false;
    }

    /** Asks again for an unresolved booking or recall. */
    void reopen(List<Duration> waits, Instant now) {
        state = state == State.UNRESOLVED ? State.REQUESTED : State.RECALL_REQUESTED;
        attempts.renew(waits);
        askAt(now);
    }

    void report() {
        reported = true;
    }

    /** Whether it was reported to a person as unresolved. */
    boolean isReported() {
        return reported;
    }

    public Carrier.Booking booking(ShippingAddress to, boolean again) {
        return new Carrier.Booking(reference, to, key("book"), again);
    }

    public Carrier.Recall recall() {
        return new Carrier.Recall(reference, key("recall"));
    }

    private String key(String what) {
        return what + ":" + reference + ":" + attempts.round();
    }

    // ---- reading

    public BookingStatus status() {
        return switch (state) {
            case REQUESTED -> BookingStatus.REQUESTED;
            case UNRESOLVED -> BookingStatus.UNRESOLVED;
            default -> BookingStatus.BOOKED;
        };
    }

    /** Returns the status of the recall of a parcel that was called off. */
    public RecallStatus recallStatus() {
        return switch (state) {
            case RECALLED -> RecallStatus.RECALLED;
            case RECALL_UNRESOLVED -> RecallStatus.UNRESOLVED;
            default -> RecallStatus.REQUESTED;
        };
    }

    public String reference() {
        return reference;
    }

    public OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    public int attempt() {
        return attempt;
    }

    public Attempts attempts() {
        return attempts;
    }
}
