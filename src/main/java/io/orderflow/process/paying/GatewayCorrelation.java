package io.orderflow.process.paying;

import io.orderflow.order.progress.OrderProgress;
import io.orderflow.payment.PaymentChangeReported;
import io.orderflow.payment.PaymentCharged;
import io.orderflow.payment.PaymentDeclined;
import io.orderflow.payment.PaymentRefunded;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.PaymentUnresolved;
import io.orderflow.payment.RefundId;
import io.orderflow.payment.RefundRefused;
import io.orderflow.payment.RefundStatus;
import io.orderflow.process.AwaitStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ReceiveTasks;
import io.orderflow.process.Step;
import io.orderflow.process.StuckSteps;
import io.orderflow.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The correlation of answers of the gateway with the order and its process, in the transaction that stores the answer.
 * It is no failure if no process waits for the answer, because the money has moved all the same. A process that is not
 * there yet looks at what is stored, and an order without a process is found as an orphan.
 */
@Component
public class GatewayCorrelation {

    private final StuckSteps stuck;
    private final ReceiveTasks waits;
    private final OrderProgress orders;
    private final PaymentService payments;

    GatewayCorrelation(StuckSteps stuck, ReceiveTasks waits, OrderProgress orders, PaymentService payments) {
        this.stuck = stuck;
        this.waits = waits;
        this.orders = orders;
        this.payments = payments;
    }

    /** Marks the order paid even if its process is gone, because the money has come. */
    @EventListener
    void on(PaymentCharged charged) {
        if (orders.isAwaitingCharge(charged.order())) {
            orders.markPaid(charged.order());
        }
        answered(charged.order(), charged.later() ? ChargeTold.ANSWERED_EARLIER : ChargeTold.APPROVED);
    }

    @EventListener
    void on(PaymentDeclined declined) {
        orders.noteDecline(declined.order(), declined.code());
        answered(declined.order(), declined.later() ? ChargeTold.ANSWERED_EARLIER : ChargeTold.DECLINED);
    }

    @EventListener
    void on(PaymentUnresolved unresolved) {
        answered(unresolved.order(), ChargeTold.UNRESOLVED);
    }

    /** Lets an order go on that a person was to look into. */
    @EventListener
    void on(PaymentChangeReported hinted) {
        stuck.retry(hinted.order(), Step.RETRY_CHARGE);
    }

    /**
     * Notes the refund before telling the process. That locks the order, so that "Close order" cannot miss the refund.
     */
    @EventListener
    void on(PaymentRefunded refunded) {
        orders.noteRefund(refunded.order(), refunded.refundedInAll());
        answered(refunded.order(), refunded.refund(), refunded.status());
    }

    @EventListener
    void on(RefundRefused refused) {
        orders.noteRefusedRefund(refused.order(), refused.amount(), refused.answer());
        answered(refused.order(), refused.refund(), RefundStatus.REFUSED);
    }

    /** Tells the process once more of a charge whose answer is stored. */
    public void answeredEarlier(OrderNumber order) {
        answered(order, ChargeTold.ANSWERED_EARLIER);
    }

    /** Tells the process once more of a refund whose answer is stored. */
    public void answeredEarlier(OrderNumber order, RefundId refund) {
        answered(order, refund, payments.facts(refund).status());
    }

    private void answered(OrderNumber order, ChargeTold told) {
        waits.endIfThere(AwaitStep.GATEWAY, order, OrderVariables.told(OrderVariables.CHARGE_STATUS, told));
    }

    private void answered(OrderNumber order, RefundId refund, RefundStatus status) {
        waits.endIfThere(
                AwaitStep.REFUND,
                order,
                OrderVariables.REFUND_ID,
                refund.value(),
                OrderVariables.told(OrderVariables.REFUND_STATUS, status));
    }
}
