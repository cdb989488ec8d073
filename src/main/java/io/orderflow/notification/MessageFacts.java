package io.orderflow.notification;

import io.orderflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a message tells beside the order's number. A text that names what is missing here is refused.
 *
 * @param amount won that came or went, or null; 0 has a text of its own where the topic has one ({@code .nothing})
 * @param otherwise whether the money went back by other means than it came, which has a text of its own too
 *     ({@code .otherwise})
 * @param address where goods are to be sent, in the shop's words, or null
 * @param until the last day for it in Asia/Seoul, or null
 */
public record MessageFacts(
        @Nullable Money amount,
        boolean otherwise,
        @Nullable String address,
        @Nullable LocalDate until) {

    public static final MessageFacts NONE = new MessageFacts(null, false, null, null);

    /** Money that came, or went back the way it came. */
    public static MessageFacts of(Money amount) {
        return new MessageFacts(amount, false, null, null);
    }

    /** Money that a person gave back by other means, such as a bank transfer. */
    public static MessageFacts ofOtherwise(Money amount) {
        return new MessageFacts(amount, true, null, null);
    }

    /**
     * Where goods are to be sent, and until when.
     *
     * @param address null where the customer is told it by other means, which has a text of its own ({@code .nowhere})
     */
    public static MessageFacts of(@Nullable String address, LocalDate until) {
        return new MessageFacts(null, false, address, until);
    }

    /** Which of a topic's texts tells it; empty for the plain one. */
    String variant() {
        if (amount != null && amount.isZero()) {
            return ".nothing";
        }
        return otherwise ? ".otherwise" : until != null && address == null ? ".nowhere" : "";
    }
}
