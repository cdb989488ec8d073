package io.orderflow.payment.asking;

import io.orderflow.payment.PaymentGateway;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.Payments;
import io.orderflow.shared.OrderNumber;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the gateway when a test says so, one payment at a time. */
@TestComponent
public class GatewayClerk {

    private final GatewayWorker worker;
    private final GatewayAnswers settlement;
    private final PaymentGateway gateway;
    private final PaymentService service;
    private final Payments payments;
    private final TransactionTemplate transaction;
    private final OverdueRefunds late;

    GatewayClerk(
            GatewayWorker worker,
            GatewayAnswers settlement,
            PaymentGateway gateway,
            PaymentService service,
            Payments payments,
            TransactionTemplate transaction,
            OverdueRefunds late) {
        this.worker = worker;
        this.settlement = settlement;
        this.gateway = gateway;
        this.service = service;
        this.payments = payments;
        this.transaction = transaction;
        this.late = late;
    }

    /** Asks what there is to ask about an order's payment now; false when there is nothing. */
    public boolean serve(OrderNumber order) {
        return worker.serve(order);
    }

    /** Asks what there is to ask now, and keeps the answer in hand: what is returned stores it. */
    public Runnable ask(OrderNumber order) {
        return worker.ask(worker.claim(order).orElseThrow());
    }

    /** Asks for the order's money and stores the answer alone, as when what follows from it has failed. */
    public void leaveForLater(OrderNumber order) {
        GatewayRequest.ChargeRequest request =
                (GatewayRequest.ChargeRequest) settlement.claim(order).orElseThrow();
        settlement.settle(request, gateway.charge(request.charge()), true);
    }

    /** The gateway's notification that something happened to the order's payment. */
    public void hint(OrderNumber order) {
        service.hint(order);
    }

    /** Looks for refunds that take too long, as it is done once an hour. */
    public void lookForLateRefunds() {
        late.look();
    }

    /** How often the gateway was asked for the order's money. */
    public int tries(OrderNumber order) {
        return transaction.execute(
                status -> payments.charge(order).orElseThrow().attempts().begun());
    }
}
