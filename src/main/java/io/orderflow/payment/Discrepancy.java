package io.orderflow.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A difference between our ledger and the gateway's books about one payment.
 *
 * @param order the text that was given to the gateway as the order's number; null if there was none
 * @param words what our ledger has and what the gateway has, for a person to read
 * @param numbers the amounts behind the words; they are equal as long as the difference is the same
 */
public record Discrepancy(Kind kind, @Nullable String order, String paymentKey, String words, String numbers) {

    /** The kinds of discrepancies. {@code THERE} means the gateway's books, {@code HERE} means our ledger. */
    public enum Kind {
        CHARGE_MISSING_HERE,
        CHARGE_MISSING_THERE,
        AMOUNT_DIFFERS,
        DOUBLE_CHARGE,
        REFUND_MISSING_HERE,
        REFUND_MISSING_THERE
    }

    public Discrepancy {
        Objects.requireNonNull(kind, "kind");
    }
}
