package io.orderflow.shipping.inbox;

import io.orderflow.shipping.ShipmentBooked;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of carrier events. An event that is applied at once is written with one statement. */
@Component
class CarrierEvents {

    /** Hibernate's "skip locked". */
    private static final int SKIP_LOCKED = -2;

    private final EntityManager entities;
    private final JdbcTemplate jdbc;

    CarrierEvents(EntityManager entities, JdbcTemplate jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    Optional<CarrierEvent> find(String webhookId) {
        return Optional.ofNullable(entities.find(CarrierEvent.class, webhookId));
    }

    /**
     * Inserts an event unless it is known, with one statement. It is known by its webhook id, or by carrier, event id
     * and parcel, because some carriers number the events of each parcel. Without a tracking number, order and time
     * stand for the parcel, because an order may have several. The sub-queries take these from the new row, because H2
     * caches the result of a sub-query that depends on no row.
     *
     * @return whether the event is new
     * @throws org.springframework.dao.DataIntegrityViolationException if another transaction inserts the same event at
     *     the same time
     */
    boolean keep(CarrierEvent event) {
        return 1 == jdbc.update("""
                insert into carrier_event (webhook_id, carrier, event_id, type, tracking_number, order_number, status_detail,
                occurred_at, received_at, outcome, tries, next_try_at, waits_for, version)
                select told.*, 0 from (select cast(? as varchar(255)) as webhook_id, cast(? as varchar(100)) as carrier,
                cast(? as varchar(255)) as event_id, cast(? as varchar(100)) as type, cast(? as varchar(100)) as tracking_number,
                cast(? as varchar(64)) as order_number, cast(? as varchar(500)) as status_detail,
                cast(? as timestamp(3) with time zone) as occurred_at, cast(? as timestamp(3) with time zone) as received_at,
                cast(? as varchar(20)) as outcome, cast(? as integer) as tries,
                cast(? as timestamp(3) with time zone) as next_try_at, cast(? as varchar(100)) as waits_for) told
                where not exists (select 1 from carrier_event known where known.webhook_id = told.webhook_id)
                and not exists (select 1 from carrier_event known
                where known.carrier = told.carrier and known.event_id = told.event_id
                and coalesce(known.tracking_number, known.order_number, '') = coalesce(told.tracking_number, told.order_number, '')
                and (told.tracking_number is not null or known.occurred_at = told.occurred_at))""", event.columns());
    }

    /** Returns whether the message is known, by the same rule as {@link #keep}. */
    @Transactional(readOnly = true)
    boolean isKnown(CarrierMessage message) {
        return 0
                < entities.createQuery("""
                select count(e) from CarrierEvent e
                where e.webhookId = :webhookId or e.carrier = :carrier and e.eventId = :eventId
                and coalesce(e.trackingNumber, e.orderNumber, '') = :about
                and (:ofParcel = true or e.occurredAt = :occurredAt)""", Long.class)
                        .setParameter("webhookId", message.webhookId())
                        .setParameter("carrier", message.carrier())
                        .setParameter("eventId", message.eventId())
                        .setParameter("about", message.about())
                        .setParameter("ofParcel", message.trackingNumber() != null)
                        .setParameter("occurredAt", message.occurredAt())
                        .getSingleResult();
    }

    /** Returns the events that are due, the longest waiting first. */
    @Transactional(readOnly = true)
    List<CarrierEvent> due(Instant now, int most) {
        return entities.createQuery(
                        "select e from CarrierEvent e where e.nextAttemptAt <= :now order by e.nextAttemptAt",
                        CarrierEvent.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Locks and returns the event, if it is still pending and its row is not locked. */
    Optional<CarrierEvent> lockPending(String webhookId) {
        return entities.createQuery(
                        "select e from CarrierEvent e where e.webhookId = :webhookId and e.nextAttemptAt is not null",
                        CarrierEvent.class)
                .setParameter("webhookId", webhookId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultStream()
                .findFirst();
    }

    /** Whether events about this shipment came before it was booked. */
    boolean waitFor(ShipmentBooked booked) {
        return jdbc.queryForObject(
                        "select count(*) from carrier_event where waits_for in (?, ?)",
                        Integer.class,
                        booked.orderNumber().value(),
                        booked.trackingNumber())
                > 0;
    }

    /** Makes the events due that waited for a shipment that is booked now, even those with the outcome UNKNOWN. */
    void wake(ShipmentBooked booked, Instant now) {
        jdbc.update(
                "update carrier_event set outcome = 'PENDING', next_try_at = ?, tries = 0 where waits_for in (?, ?)",
                inUtc(now),
                booked.orderNumber().value(),
                booked.trackingNumber());
    }

    static @Nullable OffsetDateTime inUtc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
