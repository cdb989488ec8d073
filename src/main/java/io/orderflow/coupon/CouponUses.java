package io.orderflow.coupon;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CouponUses extends Repository<CouponUse, String> {

    /** Which coupon to lock before the order's use of it is touched. */
    @Query("select u.code from CouponUse u where u.orderNumber = ?1")
    Optional<String> codeOf(String orderNumber);

    Optional<CouponUse> findById(String orderNumber);

    CouponUse save(CouponUse use);

    void delete(CouponUse use);
}
