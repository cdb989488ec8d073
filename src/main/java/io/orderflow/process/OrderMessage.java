package io.orderflow.process;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The messages that the diagrams wait for or begin with. */
public enum OrderMessage {
    EVERYTHING_RETURNED("EverythingReturned"),
    DELIVERED_AFTER_ALL("DeliveredAfterAll"),
    RETURN_REQUESTED("ReturnRequested"),
    GOODS_RETURNED("GoodsReturned");

    private final String inDiagram;

    private static final Set<String> ALL =
            Arrays.stream(values()).map(OrderMessage::inDiagram).collect(Collectors.toUnmodifiableSet());

    OrderMessage(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    /** Returns the name of the message in the diagram. */
    public String inDiagram() {
        return inDiagram;
    }

    /** Returns the names of all messages. */
    public static Set<String> all() {
        return ALL;
    }
}
