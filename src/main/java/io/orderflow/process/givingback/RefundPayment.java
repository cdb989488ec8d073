package io.orderflow.process.givingback;

import io.orderflow.payment.PaymentService;
import io.orderflow.process.OrderStep;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Refund payment</em>, which undoes <em>Charge payment</em>: it stores the refund, and the gateway
 * is asked after the commit. A repeat finds the first refund.
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
