package io.orderflow.process;

import io.orderflow.payment.PaymentService;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Retry refund</em>: the same refund as before, once more; done already: nothing. */
@Component
class RetryRefund implements OrderStep {

    private final PaymentService payments;

    RetryRefund(PaymentService payments) {
        this.payments = payments;
    }

    @Override
    public void execute(OrderNumber order) {
        payments.refund(order);
    }
}
