package io.orderflow.process;

/** The messages that the diagrams wait for or begin with. */
enum OrderMessage {
    EVERYTHING_RETURNED("EverythingReturned"),
    DELIVERED_AFTER_ALL("DeliveredAfterAll"),
    RETURN_REQUESTED("ReturnRequested"),
    GOODS_RETURNED("GoodsReturned");

    private final String inDiagram;

    OrderMessage(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    /** The message's name as the diagram writes it. */
    String inDiagram() {
        return inDiagram;
    }
}
