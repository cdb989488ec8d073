package io.orderflow.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReservationLines extends Repository<ReservationLine, ReservationLine.Id> {

    boolean existsByIdOrderNumber(String orderNumber);

    /** What to lock before the order's lines are read; the SKUs of an order never change. */
    @Query("select l.id.sku from ReservationLine l where l.id.orderNumber = ?1")
    List<String> skusOf(String orderNumber);

    @Query("select l from ReservationLine l where l.id.orderNumber = ?1 order by l.id.sku")
    List<ReservationLine> of(String orderNumber);

    /** The ones that expired longest ago come first. */
    @Query("select l from ReservationLine l where l.id.sku in ?1 and l.status = HELD and l.expiresAt <= ?2 "
            + "order by l.expiresAt, l.id.orderNumber")
    List<ReservationLine> expired(Collection<String> skus, Instant now);

    ReservationLine save(ReservationLine line);
}
