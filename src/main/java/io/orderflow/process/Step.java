package io.orderflow.process;

import java.util.Arrays;
import java.util.Optional;

/** The tasks of the diagrams that the code names, except the receive tasks, which are in {@link AwaitStep}. */
public enum Step {
    // Order
    RESERVE_STOCK("Task_ReserveStock"),
    USE_COUPON("Task_UseCoupon"),
    TAKE_UP_ANSWER("Task_TakeUpAnswer"),
    RETRY_CHARGE("Task_RetryCharge"),
    RETRY_BOOKING("Task_RetryBooking"),
    RESOLVE_SHIPPING_FAILURE("Task_ResolveShippingFailure"),
    // Return
    GATHER_RETURN_FACTS("Task_GatherReturnFacts"),
    APPROVE_RETURN("Task_ApproveReturn"),
    RECEIVE_GOODS("Task_ReceiveGoods"),
    INSPECT_RETURN("Task_InspectReturn"),
    TAKE_GOODS_BACK("Task_TakeGoodsBack"),
    // SettleRefund, ResolveCase
    SETTLE_REFUND("Task_SettleRefund"),
    RESOLVE_CASE("Task_ResolveCase");

    private final String inDiagram;

    Step(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    /** Returns the id of the task in the diagram. */
    public String inDiagram() {
        return inDiagram;
    }

    /** Returns the step of this id; empty if the code does not name it. */
    public static Optional<Step> of(String id) {
        return Arrays.stream(values()).filter(step -> step.inDiagram.equals(id)).findFirst();
    }
}
