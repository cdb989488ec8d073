package io.orderflow.order;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UnpaidTallies extends Repository<UnpaidTally, String> {

    /** Adds an order, and its pieces to those of whichever SKU; returns 0 where that might be too much, or nothing is tallied. */
    @Modifying
    @Query("""
            update UnpaidTally t set t.orders = t.orders + 1, t.pieces = t.pieces + :pieces
            where t.customerId = :customer and t.orders < :mostOrders and t.pieces + :pieces <= :mostPieces""")
    int add(String customer, long pieces, long mostOrders, long mostPieces);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from UnpaidTally t where t.customerId = :customer")
    Optional<UnpaidTally> lock(String customer);
}
