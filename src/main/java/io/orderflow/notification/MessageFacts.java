package io.orderflow.notification;

import io.orderflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a message beside the order's number. A text that names a fact which is missing here is refused.
 *
 * @param amount the money that was paid or refunded, or null; for 0 a topic may have a text of its own
 *     ({@code .nothing})
 * @param otherwise whether the money was refunded by other means than it was paid, which has a text of its own
 *     ({@code .otherwise})
 * @param address the address to which goods are sent back, in the shop's words, or null
 * @param until the last day for sending them, in Asia/Seoul, or null
 */
public record MessageFacts(
        @Nullable Money amount,
        boolean otherwise,
        @Nullable String address,
        @Nullable LocalDate until) {

    public static final MessageFacts NONE = new MessageFacts(null, false, null, null);

    /** Makes the facts of money that was paid, or refunded by the same means. */
    public static MessageFacts of(Money amount) {
        return new MessageFacts(amount, false, null, null);
    }

    /** Makes the facts of money that a person refunded by other means, such as a bank transfer. */
    public static MessageFacts ofOtherwise(Money amount) {
        return new MessageFacts(amount, true, null, null);
    }

    /**
     * Makes the facts of sending goods back.
     *
     * @param address null if the customer is told it by other means, which has a text of its own ({@code .nowhere})
     */
    public static MessageFacts of(@Nullable String address, LocalDate until) {
        return new MessageFacts(null, false, address, until);
    }

    /** Returns the suffix of the topic's text to use; empty for the plain text. */
    String variant() {
        if (amount != null && amount.isZero()) {
            return ".nothing";
        }
        return otherwise ? ".otherwise" : until != null && address == null ? ".nowhere" : "";
    }
}
