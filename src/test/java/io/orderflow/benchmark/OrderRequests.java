package io.orderflow.benchmark;

/** The names under which requests are timed. */
final class OrderRequests {

    static final String PLACE = "Place order";
    static final String PAY = "Settle payment";
    static final String HAND_OVER = "Tell hand-over";
    static final String DELIVERY = "Tell delivery";

    private OrderRequests() {}
}
