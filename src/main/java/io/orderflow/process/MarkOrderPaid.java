package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.payment.PaymentService;
import io.orderflow.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** <em>Mark order paid</em>; paid already: nothing. Fails where the money is not there, however the diagram got here. */
@Component
class MarkOrderPaid implements OrderStep {

    private final PaymentService payments;
    private final OrderProgress orders;

    MarkOrderPaid(PaymentService payments, OrderProgress orders) {
        this.payments = payments;
        this.orders = orders;
    }

    @Override
    public void execute(OrderNumber order) {
        payments.requireCharged(order);
        orders.markPaid(order);
    }
}
