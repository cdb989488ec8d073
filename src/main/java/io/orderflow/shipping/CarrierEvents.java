package io.orderflow.shipping;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Everything carriers ever told us. */
interface CarrierEvents extends Repository<CarrierEvent, String> {

    CarrierEvent save(CarrierEvent event);

    Optional<CarrierEvent> findById(String webhookId);

    /** Whether there is a message of this webhook id, or of this carrier's event (null: the carrier gave none). */
    @Query("""
            select count(e) > 0 from CarrierEvent e
            where e.webhookId = :webhookId or e.carrier = :carrier and e.eventId = :eventId""")
    boolean isKnown(String webhookId, String carrier, String eventId);

    @Query("""
            select e from CarrierEvent e where e.outcome = io.orderflow.shipping.CarrierEvent.Outcome.PENDING
            and e.nextTryAt <= :now order by e.nextTryAt""")
    List<CarrierEvent> findDue(Instant now, Limit limit);

    /** The event if it is still pending and nobody else is working on it (-2 is Hibernate's "skip locked"). */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("""
            select e from CarrierEvent e where e.webhookId = :webhookId
            and e.outcome = io.orderflow.shipping.CarrierEvent.Outcome.PENDING""")
    Optional<CarrierEvent> lockPending(String webhookId);

    /** Makes due what waited for a shipment that is booked now, even what had been given up as unknown. */
    @Modifying
    @Query("""
            update CarrierEvent e set e.outcome = io.orderflow.shipping.CarrierEvent.Outcome.PENDING,
            e.nextTryAt = :now, e.tries = 0
            where e.outcome in (io.orderflow.shipping.CarrierEvent.Outcome.PENDING,
            io.orderflow.shipping.CarrierEvent.Outcome.UNKNOWN)
            and (e.orderNumber = :orderNumber or e.trackingNumber = :trackingNumber)""")
    int wake(String orderNumber, String trackingNumber, Instant now);
}
