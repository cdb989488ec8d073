package io.orderflow.process.givingback;

import io.orderflow.payment.PaymentService;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/**
 * <em>Refund payment</em>: undoes <em>Charge payment</em>; the gateway is asked after the commit, a repeat finds the
 * first refund.
 */
@Component
class RefundPayment implements OrderStep {

    private final PaymentService payments;

    RefundPayment(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(OrderNumber order) {
        payments.refund(order);
    }
}
