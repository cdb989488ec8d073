package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/** What an order must know of its process; filled in from outside, because no module knows the engine. */
public interface RunningProcesses {

    /** Whether the order's process goes on; false once it has reached an end. */
    boolean isRunning(OrderNumber order);
}
