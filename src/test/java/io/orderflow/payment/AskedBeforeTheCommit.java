package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.Aspect;

/**
 * Sabotage for the proof by force, never part of the application: the gateway is asked before the intent to charge is
 * committed. Where the node dies in between, nobody knows of the money.
 */
@Aspect
public class AskedBeforeTheCommit {

    private final PaymentGateway gateway;

    AskedBeforeTheCommit(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    @AfterReturning(
            "execution(* io.orderflow.payment.PaymentService.charge(..)) && args(order, paymentKey, amount, ..)")
    public void ask(OrderNumber order, String paymentKey, Money amount) {
        gateway.charge(new PaymentGateway.Charge(order, paymentKey, amount, "confirm:" + order + ":1"));
    }
}
