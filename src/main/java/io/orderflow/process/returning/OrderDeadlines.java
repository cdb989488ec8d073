package io.orderflow.process.returning;

import io.orderflow.order.ReturnDeadlines;
import io.orderflow.returns.ReturnWindows;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Answers what the order module asks about returns; apart from {@code OrderPorts}, since orders are read before the
 * engine is up.
 */
@Component
class OrderDeadlines implements ReturnDeadlines {

    private final ReturnWindows windows;

    OrderDeadlines(ReturnWindows windows) {
        this.windows = windows;
    }

    @Override
    public Instant latest(Instant delivered) {
        return windows.latest(delivered);
    }
}
