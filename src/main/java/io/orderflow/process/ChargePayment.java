package io.orderflow.process;

import io.orderflow.order.OrderReading;
import io.orderflow.order.OrderReading.Payment;
import io.orderflow.payment.ChargeStatus;
import io.orderflow.payment.PaymentService;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** <em>Charge payment</em>: the gateway is asked after the commit; asked already: nothing. */
@Component
class ChargePayment implements JavaDelegate {

    private final OrderReading orders;
    private final PaymentService payments;

    ChargePayment(OrderReading orders, PaymentService payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        Payment submitted = orders.payment(order);
        ChargeStatus status = payments.charge(order, submitted.key(), submitted.amount(), submitted.method());
        OrderVariables.tell(execution, OrderVariables.CHARGE_STATUS, status);
    }
}
