package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reader of the money that the shop holds of an order. It reads the database and changes nothing. */
@Service
@Transactional(readOnly = true)
public class PaymentHoldings {

    private final JdbcTemplate jdbc;

    PaymentHoldings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The money that the shop holds of an order.
     *
     * @param held the money that was charged, not refunded, and is no kept fee
     * @param unsettled the money of a charge whose outcome is not known (yet)
     */
    public record Held(Money held, Money unsettled) {

        private static final Held NOTHING = new Held(Money.ZERO, Money.ZERO);
    }

    /** Nothing of either for an order that was never charged. */
    public Held of(OrderNumber order) {
        List<Held> found = jdbc.query(
                """
                select status, amount - (select coalesce(sum(f.amount), 0) from kept_fee f
                    where f.order_number = c.order_number and f.given_back_at is null) as amount, refunded_amount
                from charge c where order_number = ?""",
                (row, number) -> held(row.getString("status"), row.getLong("amount"), row.getLong("refunded_amount")),
                order.value());
        return found.isEmpty() ? Held.NOTHING : found.get(0);
    }

    private static Held held(String status, long amount, long refunded) {
        return switch (status) {
            case "APPROVED" -> new Held(new Money(amount - refunded), Money.ZERO);
            case "DECLINED" -> Held.NOTHING;
            default -> new Held(Money.ZERO, new Money(amount));
        };
    }
}
