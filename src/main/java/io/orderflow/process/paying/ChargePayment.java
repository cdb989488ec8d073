package io.orderflow.process.paying;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.order.reading.OrderReading.Payment;
import io.orderflow.payment.PaymentService;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Charge payment</em>: it stores the charge, and the gateway is asked after the commit. A repeat
 * asks nobody again, and a charge of nothing is approved at once. An answer that came before is reported as such, so
 * that the process takes it up in a transaction of its own.
 */
@Component
class ChargePayment implements JavaDelegate {

    private final OrderReading reading;
    private final OrderProgress orders;
    private final PaymentService payments;

    ChargePayment(OrderReading reading, OrderProgress orders, PaymentService payments) {
        this.reading = reading;
        this.orders = orders;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderNumber order = OrderStep.order(execution);
        OrderVariables.tell(execution, OrderVariables.CHARGE_STATUS, charge(order));
    }

    private ChargeTold charge(OrderNumber order) {
        Payment submitted = reading.payment(order);
        ChargeTold told =
                ChargeTold.of(payments.charge(order, submitted.key(), submitted.amount(), submitted.method()));
        boolean paidEarlier = told == ChargeTold.APPROVED && !orders.markPaid(order);
        return paidEarlier ? ChargeTold.ANSWERED_EARLIER : told;
    }
}
