package io.orderflow.returns;

import io.orderflow.returns.terms.ReturnPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The return windows by reason, and the time for sending the goods after an approval. Korea's Act on Consumer
 * Protection in Electronic Commerce, article 17, gives 7 days after the delivery for a withdrawal without a reason, and
 * 3 months for goods that are not as they were offered. The settings at the time of the call count.
 */
@Component
public class ReturnWindows {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final ReturnPeriod withdrawal;
    private final ReturnPeriod defective;
    private final ReturnPeriod sending;

    ReturnWindows(ReturnSettings settings) {
        withdrawal = ReturnPeriod.of("orders.return-window", settings.returnWindow());
        defective = ReturnPeriod.of("orders.return-window-defective", settings.returnWindowDefective());
        sending = ReturnPeriod.of("orders.return-send-within", settings.returnSendWithin());
    }

    /**
     * The last moment at which a return for this reason can be asked for.
     *
     * @param delivered when the order arrived
     */
    public Instant until(ReturnReason reason, Instant delivered) {
        return switch (reason) {
            case CHANGE_OF_MIND, OTHER -> withdrawal.end(delivered);
            case DEFECTIVE, WRONG_ITEM -> defective.end(delivered);
        };
    }

    /** The latest of all reasons' last moments. */
    public Instant latest(Instant delivered) {
        return Stream.of(ReturnReason.values())
                .map(reason -> until(reason, delivered))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Returns the last day, in Asia/Seoul, on which the goods of a return must be sent that was approved at that
     * moment.
     */
    LocalDate sendUntil(Instant approved) {
        return LocalDate.ofInstant(sending.end(approved), SEOUL);
    }

    /**
     * Returns the time of a request, compared with the delivery.
     *
     * @param delivered when the order was delivered; null if that is not known
     * @param asked when the return was requested
     */
    ReturnWindow at(@Nullable Instant delivered, Instant asked) {
        if (delivered == null || asked.isBefore(delivered)) {
            return ReturnWindow.BEFORE_DELIVERY;
        }
        return asked.isAfter(withdrawal.end(delivered)) ? ReturnWindow.AFTER_WITHDRAWAL : ReturnWindow.WITHDRAWAL;
    }
}
