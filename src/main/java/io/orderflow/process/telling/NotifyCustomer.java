package io.orderflow.process.telling;

import io.orderflow.notification.CustomerMessage;
import io.orderflow.notification.NotificationService;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.OrderStep;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessReferences;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * The delegate of <em>Notify customer</em>: it sends a message about the topic in the field {@code topic} of the
 * diagram. A repeat sends nothing. Each call has an instance of its own, because the engine sets the field.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class NotifyCustomer implements JavaDelegate {

    private final ProcessReferences subjects;
    private final OrderReading orders;
    private final MessageContents contents;
    private final NotificationService notifications;
    /** The expression of the field, which the engine sets before it calls the delegate. */
    @SuppressWarnings("NullAway.Init")
    private Expression topic;

    NotifyCustomer(
            ProcessReferences subjects,
            OrderReading orders,
            MessageContents contents,
            NotificationService notifications) {
        this.subjects = subjects;
        this.orders = orders;
        this.contents = contents;
        this.notifications = notifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OrderReading.Facts order = orders.facts(OrderStep.order(execution));
        String what = (String) topic.getValue(execution);
        notifications.tell(new CustomerMessage(
                order.number(),
                order.customer(),
                order.locale(),
                what,
                occasion(execution, order),
                contents.of(what, execution)));
    }

    /** Returns the number of the return or shipment, so that a second one gets messages of its own. */
    private int occasion(DelegateExecution execution, OrderReading.Facts order) {
        boolean ofReturn = execution.getVariable(OrderVariables.RETURN_ID) != null;
        return ofReturn ? subjects.returnOf(execution).number() : order.shipments();
    }
}
