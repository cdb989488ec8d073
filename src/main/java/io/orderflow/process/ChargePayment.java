package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.payment.PaymentDeclined;
import io.orderflow.payment.PaymentService;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Charge payment</em>; charged already: nothing. Refused when the gateway declines, which the order keeps. */
@Component
class ChargePayment implements OrderStep {

    private final PaymentService payments;
    private final OrderProgress orders;

    ChargePayment(PaymentService payments, OrderProgress orders) {
        this.payments = payments;
        this.orders = orders;
    }

    @Override
    public void execute(OrderNumber order) {
        try {
            payments.charge(order);
        } catch (PaymentDeclined refusal) {
            orders.noteDecline(order, refusal.code());
            throw Refusal.PAYMENT_DECLINED.because(refusal);
        }
    }
}
