package io.orderflow.cases;

import io.orderflow.shared.OrderNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that does not add up, of which a case is made.
 *
 * @param reference the thing that it is about, such as an order number or a payment key; 1 to 200 characters
 * @param order the order that it is about; empty if it is about no order of ours
 * @param words the finding in words for a person, with amounts in won; cut to 1000 characters
 * @param numbers the facts behind the words, equal as long as the facts are the same; 1 to 500 characters
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
