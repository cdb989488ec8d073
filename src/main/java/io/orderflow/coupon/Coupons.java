package io.orderflow.coupon;

import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The repository of coupons and their numbers of uses. */
@Repository
class Coupons {

    private static final String READ = "select * from coupon where code = ?";
    /** The conditions of this statement are those of {@link CouponInfo#check}. */
    private static final String USE = """
            update coupon set used = used + 1 where code = ? and used < max_uses and minimum_amount <= ?
            and (customer_id is null or customer_id = ?) and (valid_from is null or valid_from <= ?)
            and (valid_to is null or valid_to > ?)""";

    private final JdbcTemplate jdbc;

    Coupons(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CouponInfo> read(CouponCode code) {
        return jdbc.query(READ, Coupons::asInfo, code.value()).stream().findFirst();
    }

    /** Reads the coupon, and locks its row until the transaction ends. */
    Optional<CouponInfo> lock(CouponCode code) {
        return jdbc.query(READ + " for update", Coupons::asInfo, code.value()).stream()
                .findFirst();
    }

    void add(CouponCode code, CouponTerms terms) {
        write("""
                insert into coupon (used, discount_type, discount_value, minimum_amount, max_uses, valid_from, valid_to,
                customer_id, code) values (0, ?, ?, ?, ?, ?, ?, ?, ?)""", code, terms);
    }

    /**
     * Replaces the terms. If there are more uses than a lowered maximum, they stay, and no further ones are possible.
     */
    void replace(CouponCode code, CouponTerms terms) {
        write("""
                update coupon set discount_type = ?, discount_value = ?, minimum_amount = ?, max_uses = ?, valid_from = ?,
                valid_to = ?, customer_id = ? where code = ?""", code, terms);
    }

    /** Counts a use, if the customer may use the coupon now for this total; returns whether it did. */
    boolean use(CouponCode code, CustomerId customer, Money total, Instant now) {
        return jdbc.update(USE, code.value(), total.won(), customer.value(), inUtc(now), inUtc(now)) > 0;
    }

    /** Subtracts a use. */
    void restore(CouponCode code) {
        jdbc.update("update coupon set used = used - 1 where code = ?", code.value());
    }

    private void write(String sql, CouponCode code, CouponTerms terms) {
        jdbc.update(
                sql,
                terms.type().name(),
                terms.value(),
                terms.minimum().won(),
                terms.maxUses(),
                inUtc(terms.validFrom()),
                inUtc(terms.validTo()),
                terms.customer() == null ? null : terms.customer().value(),
                code.value());
    }

    private static CouponInfo asInfo(ResultSet row, int number) throws SQLException {
        String customer = row.getString("customer_id");
        CouponTerms terms = new CouponTerms(
                DiscountType.valueOf(row.getString("discount_type")),
                row.getLong("discount_value"),
                Money.won(row.getLong("minimum_amount")),
                row.getLong("max_uses"),
                instant(row, "valid_from"),
                instant(row, "valid_to"),
                customer == null ? null : new CustomerId(customer));
        return new CouponInfo(new CouponCode(row.getString("code")), terms, row.getLong("used"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime inUtc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
