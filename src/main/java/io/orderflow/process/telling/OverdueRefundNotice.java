package io.orderflow.process.telling;

import io.orderflow.notification.CustomerMessage;
import io.orderflow.notification.MessageFacts;
import io.orderflow.notification.NotificationService;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.payment.RefundId;
import io.orderflow.payment.RefundOverdue;
import io.orderflow.returns.ReturnId;
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
                occasion(late.refund(), order),
                MessageFacts.of(late.amount())));
    }

    /** Returns the same number as {@link NotifyCustomer}. */
    private static int occasion(RefundId refund, OrderReading.Facts order) {
        boolean ofOrder = refund.equals(RefundId.ofCalledOff(order.number()));
        return ofOrder ? order.shipments() : new ReturnId(refund.value()).number();
    }
}
