package io.orderflow.coupon;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Coupons extends Repository<Coupon, String> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Coupon c where c.code = ?1")
    Optional<Coupon> lock(String code);

    /** Not managed: a coupon that was read before its lock would still show the old number of uses after it. */
    @Query("select new io.orderflow.coupon.Coupon(c.code, c.discountType, c.discountValue, c.minimumAmount, c.maxUses, "
            + "c.used, c.validFrom, c.validTo, c.customerId) from Coupon c where c.code = ?1")
    Optional<Coupon> read(String code);

    Coupon saveAndFlush(Coupon coupon);
}
