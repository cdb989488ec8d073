package io.orderflow.process;

import io.orderflow.order.OrderProgress;
import io.orderflow.payment.ChargeStatus;
import io.orderflow.payment.PaymentCharged;
import io.orderflow.payment.PaymentDeclined;
import io.orderflow.payment.PaymentHinted;
import io.orderflow.payment.PaymentRefunded;
import io.orderflow.payment.PaymentUnresolved;
import io.orderflow.payment.RefundId;
import io.orderflow.payment.RefundRefused;
import io.orderflow.payment.RefundStatus;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries what the gateway said to the order and to its process, in the transaction that stores it. Nobody waiting for it is
 * no failure: the money has moved all the same, a process that is on its way there looks at what is stored, and one
 * that is gone is found by its absence.
 */
@Component
class GatewayNews {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OrderProgress orders;

    GatewayNews(RuntimeService runtime, ManagementService management, OrderProgress orders) {
        this.runtime = runtime;
        this.management = management;
        this.orders = orders;
    }

    @EventListener
    void on(PaymentCharged charged) {
        boolean heard = answered(charged.order(), ChargeStatus.APPROVED);
        if (!heard && orders.isAwaitingCharge(charged.order())) {
            orders.markPaid(charged.order()); // its process is gone; whoever gives the money back must know of it
        }
    }

    @EventListener
    void on(PaymentDeclined declined) {
        orders.noteDecline(declined.order(), declined.code());
        answered(declined.order(), ChargeStatus.DECLINED);
    }

    @EventListener
    void on(PaymentUnresolved unresolved) {
        answered(unresolved.order(), ChargeStatus.UNRESOLVED);
    }

    /** The order that a person was to look into goes on by itself. */
    @EventListener
    void on(PaymentHinted hinted) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(hinted.order().value(), OrderCorrelation.PROCESS)
                .list().stream().map(ProcessInstance::getId).forEach(this::retryCharge);
    }

    private void retryCharge(String instance) {
        management.createJobQuery().processInstanceId(instance).activityId("Task_RetryCharge").noRetriesLeft()
                .list().stream().map(Job::getId).forEach(job -> management.setJobRetries(job, 1));
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

    private boolean answered(OrderNumber order, ChargeStatus status) {
        return correlate(message(OrderMessage.CHARGE_ANSWERED, order).setVariable(OrderVariables.CHARGE_STATUS,
                Variables.stringValue(status.name(), true)));
    }

    private void answered(OrderNumber order, RefundId refund, RefundStatus status) {
        correlate(message(OrderMessage.REFUND_ANSWERED, order)
                .processInstanceVariableEquals(OrderVariables.REFUND_ID, refund.value())
                .setVariable(OrderVariables.REFUND_STATUS, Variables.stringValue(status.name(), true)));
    }

    private MessageCorrelationBuilder message(OrderMessage message, OrderNumber order) {
        return runtime.createMessageCorrelation(message.inDiagram()).processInstanceBusinessKey(order.value());
    }

    /** Returns whether somebody waited for it. */
    private static boolean correlate(MessageCorrelationBuilder message) {
        return !OrderCorrelation.guarded(message::correlateAllWithResult).isEmpty();
    }
}
