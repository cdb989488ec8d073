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
 * One parcel as a carrier elsewhere is asked for it: first to book it, and perhaps later to recall it. Stored before
 * the carrier is asked; the claim keeps a recall from overtaking the booking.
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
    private Attempts tries;

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
        this.tries = new Attempts(waits);
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

    /** Whether nobody wants the parcel any more. */
    public boolean isCalledOff() {
        return CALLED_OFF.contains(state);
    }

    /**
     * Nobody wants the parcel any more. What the carrier was never asked for, or has refused, needs no recall; anything
     * else is recalled, also what may not even be booked. Called off already: no effect.
     */
    void callOff(List<Duration> waits, Instant now) {
        boolean neverAsked = state == State.REQUESTED && tries.begun() == 0;
        if (neverAsked || state == State.UNRESOLVED && tries.isRefused()) {
            askNoMore();
            state = State.RECALLED;
            settledAt = now;
        } else if (!isCalledOff()) {
            recall(waits, now);
        }
    }

    /** Has the parcel recalled, be it once more. */
    public void recall(List<Duration> waits, Instant now) {
        state = State.RECALL_REQUESTED;
        tries = new Attempts(waits);
        askAt(now);
    }

    public void recalled(Instant now) {
        settle(State.RECALL_REQUESTED, State.RECALLED, now);
    }

    /**
     * Whether the carrier has refused the recall once more after a person had it asked again. Not the first time: where
     * many jobs are retried at once, that must not pass for somebody's word that the goods are back.
     */
    boolean isRecallRefusedForGood() {
        return state == State.RECALL_UNRESOLVED && tries.isRefused() && tries.round() > 1;
    }

    /** A person has seen to it that a parcel which the carrier does not recall is not delivered. */
    void recalledByOtherMeans(Instant now) {
        settle(State.RECALL_UNRESOLVED, State.RECALLED, now);
    }

    // ---- either

    /** Whether there is anything to ask the carrier. */
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

    /** The tries are used up, or the carrier refuses. */
    public void giveUp() {
        state = isToRecall() ? State.RECALL_UNRESOLVED : State.UNRESOLVED;
        reported = false;
    }

    /** Asks once more for what was given up. */
    void reopen(List<Duration> waits, Instant now) {
        state = state == State.UNRESOLVED ? State.REQUESTED : State.RECALL_REQUESTED;
        tries.renew(waits);
        askAt(now);
    }

    void report() {
        reported = true;
    }

    /** Whether a person knows that it was given up. */
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
        return what + ":" + reference + ":" + tries.round();
    }

    // ---- reading

    public BookingStatus status() {
        return switch (state) {
            case REQUESTED -> BookingStatus.REQUESTED;
            case UNRESOLVED -> BookingStatus.UNRESOLVED;
            default -> BookingStatus.BOOKED;
        };
    }

    /** What is known of the recall of a parcel that was called off. */
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

    public Attempts tries() {
        return tries;
    }
}
