package io.orderflow.cases;

import io.orderflow.shared.OrderNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * What was found not to add up.
 *
 * @param reference what it is about, such as an order number or a payment key; 1 to 200 characters
 * @param order the order of ours that it is about; empty when it is about none
 * @param words for a person to read: what we have, what the other side has, amounts in won; cut to 1000 characters
 * @param numbers the facts behind the words, the same whenever the facts are the same; 1 to 500 characters
 */
public record Finding(CaseKind kind, String reference, Optional<OrderNumber> order, String words, String numbers) {

    private static final int LONGEST_WORDS = 1000;

    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(order, "order");
        require(reference, 200, "reference");
        require(numbers, 500, "numbers");
        words = words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS - 1) + "…";
    }

    private static void require(String text, int longest, String what) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("not a finding: %s must be 1 to %d characters".formatted(what, longest));
        }
    }
}
