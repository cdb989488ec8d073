package io.orderflow.order;

import io.orderflow.shared.OrderNumber;

/**
 * The port through which this module asks about processes. The process module implements it, because no other module
 * knows the engine.
 */
public interface RunningProcesses {

    /** Whether the order's process goes on; false once it has reached an end. */
    boolean isRunning(OrderNumber order);
}
