package io.orderflow.shipping;

import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The repository of bookings. A booking is changed only while its row is locked. */
@Component
public class Bookings {

    private static final String DUE = """
            select b.reference from BookingIntent b
            where b.nextAttemptAt <= :now and (b.claimedUntil is null or b.claimedUntil <= :now) and %s
            order by b.nextAttemptAt""";
    private static final String FRESH = "b.state = REQUESTED and b.attempts.begun = 0";

    private final EntityManager entities;

    Bookings(EntityManager entities) {
        this.entities = entities;
    }

    void add(BookingIntent booking) {
        entities.persist(booking);
    }

    Optional<BookingIntent> find(String reference) {
        return Optional.ofNullable(entities.find(BookingIntent.class, reference));
    }

    /** Returns the booking, and locks its row until the transaction ends. */
    public Optional<BookingIntent> lock(String reference) {
        return Optional.ofNullable(entities.find(BookingIntent.class, reference, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Returns the booking of the order's latest delivery attempt. */
    public Optional<BookingIntent> newest(OrderNumber order) {
        return newestOf(order).getResultStream().findFirst();
    }

    /** Returns the same booking as {@link #newest}, and locks its row until the transaction ends. */
    Optional<BookingIntent> lockNewest(OrderNumber order) {
        return newestOf(order)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<BookingIntent> newestOf(OrderNumber order) {
        return entities.createQuery(
                        "from BookingIntent b where b.orderNumber = :order order by b.attempt desc",
                        BookingIntent.class)
                .setParameter("order", order.value())
                .setMaxResults(1);
    }

    /**
     * Notes the report to a person in a transaction of its own, because an exception rolls the caller's transaction
     * back.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void report(String reference) {
        lock(reference).orElseThrow().report();
    }

    /** Returns references of bookings about which the carrier was never asked, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<String> dueFirst(Instant now, int most) {
        return due(FRESH, now, most);
    }

    /** Returns references about which the carrier must be asked again or for a recall, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<String> dueAgain(Instant now, int most) {
        return due("not (" + FRESH + ")", now, most);
    }

    private List<String> due(String lane, Instant now, int most) {
        return entities.createQuery(DUE.formatted(lane), String.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }
}
