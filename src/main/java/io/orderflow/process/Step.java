package io.orderflow.process;

import java.util.Arrays;
import java.util.Optional;

/** The tasks of the diagrams that the code names. Where it is told something, {@link OrderWait} names the task. */
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

    /** The task's id in the diagram. */
    public String inDiagram() {
        return inDiagram;
    }

    /** The step of this id; empty for one that the code does not name. */
    public static Optional<Step> of(String id) {
        return Arrays.stream(values()).filter(step -> step.inDiagram.equals(id)).findFirst();
    }
}
