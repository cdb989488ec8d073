package io.orderflow.benchmark;

/** The names under which requests are timed. */
final class OrderRequests {

    static final String PLACE = "Place order";
    static final String PAY = "Settle payment";
    static final String CANCEL = "Cancel unpaid order";
    static final String CALL_BACK = "Cancel paid order";
    static final String HAND_OVER = "Tell hand-over";
    static final String DELIVERY = "Tell delivery";
    static final String SEND_BACK = "Request return";

    private OrderRequests() {}
}
