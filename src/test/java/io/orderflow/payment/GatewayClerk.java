package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the gateway when a test says so, one payment at a time. */
@TestComponent
public class GatewayClerk {

    private final GatewayDesk desk;
    private final Payments payments;
    private final TransactionTemplate transaction;

    GatewayClerk(GatewayDesk desk, Payments payments, TransactionTemplate transaction) {
        this.desk = desk;
        this.payments = payments;
        this.transaction = transaction;
    }

    /** Asks what there is to ask about an order's payment now; false when there is nothing. */
    public boolean serve(OrderNumber order) {
        return desk.serve(order);
    }

    /** How often the gateway was asked for the order's money. */
    public int tries(OrderNumber order) {
        return transaction.execute(status -> payments.charge(order).orElseThrow().tries().begun());
    }
}
