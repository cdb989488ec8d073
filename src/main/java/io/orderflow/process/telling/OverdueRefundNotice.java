package io.orderflow.process.telling;

import io.orderflow.notification.CustomerMessage;
import io.orderflow.notification.MessageFacts;
import io.orderflow.notification.NotificationService;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.payment.RefundId;
import io.orderflow.payment.RefundOverdue;
import io.orderflow.returns.ReturnId;
import io.orderflow.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The message that a refund takes longer, sent once for each refund, in the transaction that notes it. It is not drawn,
 * because a timer in the diagram would cost every refund its rows.
 */
@Component
class OverdueRefundNotice {

    private final OrderReading orders;
    private final NotificationService notifications;

    OverdueRefundNotice(OrderReading orders, NotificationService notifications) {
        this.orders = orders;
        this.notifications = notifications;
    }

    @EventListener
    void on(RefundOverdue late) {
        OrderReading.Facts order = orders.facts(late.order());
        notifications.tell(new CustomerMessage(
                order.number(),
                order.customer(),
                order.locale(),
                "refund-delayed",
                occasion(late.refund(), order.number()),
                MessageFacts.of(late.amount())));
    }

    /** Returns the number of the return, which is at least 1, and 0 for the one refund of the order itself. */
    private static int occasion(RefundId refund, OrderNumber order) {
        return refund.equals(RefundId.ofCalledOff(order)) ? 0 : new ReturnId(refund.value()).number();
    }
}
