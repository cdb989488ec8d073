package io.orderflow.process.watching;

import io.orderflow.coupon.CouponService;
import io.orderflow.inventory.InventoryService;
import io.orderflow.payment.PaymentHoldings;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The money, the coupon and the stock that an order still holds. */
@Component
public class OrderBalances {

    private final PaymentHoldings payments;
    private final CouponService coupons;
    private final InventoryService inventory;

    OrderBalances(PaymentHoldings payments, CouponService coupons, InventoryService inventory) {
        this.payments = payments;
        this.coupons = coupons;
        this.inventory = inventory;
    }

    /**
     * What an order holds.
     *
     * @param money won that were charged and not refunded
     * @param unsettled won of a charge whose outcome is not known
     */
    public record Held(Money money, Money unsettled, Optional<CouponCode> coupon, Map<Sku, Quantity> stock) {

        boolean isNothing() {
            return money.isZero() && unsettled.isZero() && coupon.isEmpty() && stock.isEmpty();
        }

        /**
         * Returns words such as {@code 20,000 won, coupon WELCOME10, 2 of KEYBOARD-01}; {@code nothing} if there is
         * nothing.
         */
        public String words() {
            List<String> words = new ArrayList<>();
            if (!money.isZero()) {
                words.add(money.toString());
            }
            if (!unsettled.isZero()) {
                words.add("perhaps " + unsettled + ", whose charge is not settled");
            }
            coupon.ifPresent(code -> words.add("coupon " + code));
            stock.forEach((sku, pieces) -> words.add(pieces.pieces() + " of " + sku));
            return words.isEmpty() ? "nothing" : String.join(", ", words);
        }

        /** Returns a text that is the same for the same holdings. */
        String numbers() {
            return "money=%d unsettled=%d coupon=%s stock=%d"
                    .formatted(
                            money.won(),
                            unsettled.won(),
                            coupon.map(CouponCode::value).orElse("-"),
                            stock.values().stream().mapToLong(Quantity::pieces).sum());
        }
    }

    /** Returns what an order holds, which is nothing if the order does not exist. */
    public Held of(OrderNumber order) {
        PaymentHoldings.Held money = payments.of(order);
        return new Held(money.held(), money.unsettled(), coupons.heldBy(order), inventory.heldBy(order));
    }
}
