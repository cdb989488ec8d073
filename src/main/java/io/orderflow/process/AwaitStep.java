package io.orderflow.process;

/**
 * The receive tasks at which the diagrams wait to be told something. They have no message: such a wait costs no row,
 * while a wait for a message costs a subscription and an execution.
 */
public enum AwaitStep {
    PAYMENT("Task_AwaitPayment"),
    GATEWAY("Task_AwaitGateway"),
    REFUND("Task_AwaitRefund"),
    BOOKING("Task_AwaitBooking"),
    RECALL("Task_AwaitRecall"),
    HAND_OVER("Task_AwaitHandOver"),
    DELIVERY("Task_AwaitDelivery");

    private final String inDiagram;

    AwaitStep(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    /** Returns the id of the task in the diagram. */
    public String inDiagram() {
        return inDiagram;
    }
}
