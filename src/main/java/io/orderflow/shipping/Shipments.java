package io.orderflow.shipping;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The repository of shipments. A shipment that is read to be changed is locked by the read. */
public interface Shipments extends Repository<ShipmentTracking, String> {

    Optional<ShipmentTracking> findById(String reference);

    List<ShipmentTracking> findByOrderNumberOrderByAttempt(String orderNumber);

    @Query("select coalesce(max(s.attempt), 0) from ShipmentTracking s where s.orderNumber = :orderNumber")
    int lastAttempt(String orderNumber);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from ShipmentTracking s where s.orderNumber = :orderNumber order by s.attempt desc")
    Optional<ShipmentTracking> lockNewestOf(String orderNumber, Limit limit);

    /** Returns the newest attempt that was booked before the given time, or else the first attempt. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select s from ShipmentTracking s where s.orderNumber = :orderNumber and (s.attempt = 1 or s.bookedAt < :before)
            order by s.attempt desc""")
    Optional<ShipmentTracking> lockNewestOf(String orderNumber, Instant before, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from ShipmentTracking s where s.trackingNumber = :trackingNumber")
    Optional<ShipmentTracking> lockByTrackingNumber(String trackingNumber);

    /**
     * Returns shipments whose next simulated step is due and whose row is not locked (-2 is Hibernate's "skip locked").
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("select s from ShipmentTracking s where s.nextStepAt <= :now order by s.nextStepAt")
    List<ShipmentTracking> lockDueSteps(Instant now, Limit limit);
}
