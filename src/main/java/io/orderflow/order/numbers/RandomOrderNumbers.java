package io.orderflow.order.numbers;

import io.orderflow.order.OrderSettings;
import io.orderflow.shared.OrderNumber;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** {@code ORD-yyyyMMdd-} (date in Asia/Seoul) and eight characters that nobody mistakes for each other or can guess. */
class RandomOrderNumbers {

    /** The digits and capital letters without 0, O, 1, I, L, U and V, which are easily confused. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    RandomOrderNumbers(Clock clock) {
        this.clock = clock;
    }

    public OrderNumber next() {
        StringBuilder number = new StringBuilder("ORD-")
                .append(LocalDate.now(clock.withZone(OrderSettings.BUSINESS_ZONE))
                        .format(DateTimeFormatter.BASIC_ISO_DATE))
                .append('-');
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> number.append(ALPHABET.charAt(i)));
        return new OrderNumber(number.toString());
    }
}
