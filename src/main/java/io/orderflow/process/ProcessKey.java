package io.orderflow.process;

import java.util.Arrays;
import java.util.List;

/**
 * The keys of the process definitions for an order, a return, a refund and a case. Each is a file in
 * {@code processes/}.
 */
public enum ProcessKey {
    ORDER("Order"),
    RETURN("Return"),
    SETTLE_REFUND("SettleRefund"),
    RESOLVE_CASE("ResolveCase");

    private static final List<String> ALL =
            Arrays.stream(values()).map(ProcessKey::inDiagram).toList();

    private final String inDiagram;

    ProcessKey(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    /** Returns the id of the process in the diagram, which the engine calls its key. */
    public String inDiagram() {
        return inDiagram;
    }

    /** Returns the keys of all processes. */
    public static List<String> all() {
        return ALL;
    }
}
