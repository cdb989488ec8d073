package io.orderflow.process;

/** The end events of the diagrams that the code names. */
public enum End {
    // Order
    COUPON_REFUSED("EndEvent_CouponRefused"),
    ORDER_DELIVERED("EndEvent_OrderDelivered"),
    ORDER_EXPIRED("EndEvent_OrderExpired"),
    ORDER_FAILED("EndEvent_OrderFailed"),
    ORDER_OUT_OF_STOCK("EndEvent_OrderOutOfStock"),
    ORDER_REFUNDED("EndEvent_OrderRefunded"),
    ORDER_RETURNED("EndEvent_OrderReturned"),
    // Return
    RETURN_REFUNDED("EndEvent_ReturnRefunded"),
    RETURN_REJECTED("EndEvent_ReturnRejected");

    private final String inDiagram;

    End(String inDiagram) {
        this.inDiagram = inDiagram;
    }

    /** Returns the id of the end event in the diagram. */
    public String inDiagram() {
        return inDiagram;
    }
}
