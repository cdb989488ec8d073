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
import io.orderflow.process.OrderVariables;
import io.orderflow.process.OrderWait;
import io.orderflow.process.ReceiveTasks;
import io.orderflow.process.Step;
import io.orderflow.process.StuckSteps;
import io.orderflow.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries what the gateway said to the order and to its process, in the transaction that stores it. Nobody waiting for
 * it is no failure: the money has moved all the same, a process that is on its way there looks at what is stored, and
 * one that is gone is found by its absence.
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

    /**
     * The order is paid from then on, whoever hears of it: where its process is gone, the money has come all the same.
     */
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

    /** The order that a person was to look into goes on by itself. */
    @EventListener
    void on(PaymentChangeReported hinted) {
        stuck.retry(hinted.order(), Step.RETRY_CHARGE);
    }

    /** Noted first, which locks the order: that keeps "Close order" from missing the news. */
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

    /** Tells of a charge once more whose answer is stored. */
    public void answeredEarlier(OrderNumber order) {
        answered(order, ChargeTold.ANSWERED_EARLIER);
    }

    /** Tells of a refund once more whose answer is stored. */
    public void answeredEarlier(OrderNumber order, RefundId refund) {
        answered(order, refund, payments.facts(refund).status());
    }

    private void answered(OrderNumber order, ChargeTold told) {
        waits.endIfThere(OrderWait.GATEWAY, order, OrderVariables.told(OrderVariables.CHARGE_STATUS, told));
    }

    private void answered(OrderNumber order, RefundId refund, RefundStatus status) {
        waits.endIfThere(
                OrderWait.REFUND,
                order,
                OrderVariables.REFUND_ID,
                refund.value(),
                OrderVariables.told(OrderVariables.REFUND_STATUS, status));
    }
}
