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

/** What an order has of ours and of its customer's: money, a coupon, stock. */
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
     * @param money won that came to us and were not given back
     * @param unsettled won that were asked for, and whether they came is not known (yet)
     */
    public record Held(Money money, Money unsettled, Optional<CouponCode> coupon, Map<Sku, Quantity> stock) {

        boolean isNothing() {
            return money.isZero() && unsettled.isZero() && coupon.isEmpty() && stock.isEmpty();
        }

        /** As {@code 20,000 won, coupon WELCOME10, 2 of KEYBOARD-01}; {@code nothing} when there is nothing. */
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

        /** The same for the same holdings. */
        String numbers() {
            return "money=%d unsettled=%d coupon=%s stock=%d"
                    .formatted(
                            money.won(),
                            unsettled.won(),
                            coupon.map(CouponCode::value).orElse("-"),
                            stock.values().stream().mapToLong(Quantity::pieces).sum());
        }
    }

    /** Nothing for an order that does not exist. */
    public Held of(OrderNumber order) {
        PaymentHoldings.Held money = payments.of(order);
        return new Held(money.held(), money.unsettled(), coupons.heldBy(order), inventory.heldBy(order));
    }
}
