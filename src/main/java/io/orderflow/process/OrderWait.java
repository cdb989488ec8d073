package io.orderflow.process;

/**
 * Where the diagrams wait to be told something by us. These are receive tasks without a message: such a wait costs no
 * row, where one for a message costs a subscription and an execution.
 */
public enum OrderWait {
    PAYMENT("Task_AwaitPayment"),
    GATEWAY("Task_AwaitGateway"),
    REFUND("Task_AwaitRefund"),
    BOOKING("Task_AwaitBooking"),
    RECALL("Task_AwaitRecall"),
    HAND_OVER("Task_AwaitHandOver"),
    DELIVERY("Task_AwaitDelivery");

    private final String inDiagram;

    OrderWait(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    /** The task's id in the diagram. */
    public String inDiagram() {
        return inDiagram;
    }
}
