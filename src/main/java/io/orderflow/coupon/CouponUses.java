package io.orderflow.coupon;

import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The repository of uses: which order uses which coupon. A row is added only while the coupon's row is locked. */
@Repository
class CouponUses {

    /**
     * The sub-query takes the order from the new row, because H2 may cache the result of a sub-query that depends on no
     * row.
     */
    private static final String ADD = """
            insert into coupon_use (order_number, code, used_at)
            select n.order_number, n.code, n.used_at from (select cast(? as varchar(64)) as order_number,
            cast(? as varchar(40)) as code, cast(? as timestamp(3) with time zone) as used_at) n
            where not exists (select 1 from coupon_use u where u.order_number = n.order_number)""";

    private final JdbcTemplate jdbc;

    CouponUses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CouponCode> codeOf(OrderNumber order) {
        return jdbc
                .queryForList("select code from coupon_use where order_number = ?", String.class, order.value())
                .stream()
                .findFirst()
                .map(CouponCode::new);
    }

    /** Adds the use of a coupon by an order, unless the order uses one already; returns whether it did. */
    boolean add(OrderNumber order, CouponCode code, Instant now) {
        return jdbc.update(ADD, order.value(), code.value(), now.atOffset(ZoneOffset.UTC)) > 0;
    }

    /** Removes the order's use of a coupon; returns whether there was one. */
    boolean remove(OrderNumber order) {
        return jdbc.update("delete from coupon_use where order_number = ?", order.value()) > 0;
    }
}
