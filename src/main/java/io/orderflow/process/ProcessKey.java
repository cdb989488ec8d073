package io.orderflow.process;

import java.util.Arrays;
import java.util.List;

/** The processes that stand for an order, a return, a refund or a case: each is a file in {@code processes/}. */
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

    /** The process's id as the diagram writes it, which the engine calls its key. */
    public String inDiagram() {
        return inDiagram;
    }

    /** The keys of all of them. */
    public static List<String> all() {
        return ALL;
    }
}
