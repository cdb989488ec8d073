package io.orderflow.returns;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Until when goods can come back, by the reason for it: Korea's Act on Consumer Protection in Electronic Commerce, article
 * 17, gives 7 days after delivery for withdrawal without any reason, and 3 months for what is not as it was offered. The
 * settings that are in force when somebody asks decide.
 */
@Component
public class ReturnWindows {

    private final ReturnPeriod withdrawal;
    private final ReturnPeriod defective;

    ReturnWindows(ReturnSettings settings) {
        withdrawal = ReturnPeriod.of("orders.return-window", settings.returnWindow());
        defective = ReturnPeriod.of("orders.return-window-defective", settings.returnWindowDefective());
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
        return Stream.of(ReturnReason.values()).map(reason -> until(reason, delivered)).max(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * Where a request lies.
     *
     * @param delivered when the order arrived; null when it has not, as far as is known
     * @param asked when the return was asked for
     */
    ReturnWindow at(Instant delivered, Instant asked) {
        if (delivered == null || asked.isBefore(delivered)) {
            return ReturnWindow.BEFORE_DELIVERY;
        }
        return asked.isAfter(withdrawal.end(delivered)) ? ReturnWindow.AFTER_WITHDRAWAL : ReturnWindow.WITHDRAWAL;
    }
}
