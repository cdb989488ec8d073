package io.orderflow.process.returning;

import io.orderflow.order.ReturnDeadlines;
import io.orderflow.returns.ReturnWindows;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The port through which the order module asks about returns. It is not part of {@code OrderPorts}, because orders are
 * read before the engine has started.
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
