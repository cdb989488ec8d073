package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Makes what only the base of the module can make, for the tests of its rooms. */
public class PaymentParts {

    private PaymentParts() {}

    /** A service with this publisher, these settings and this clock, on the rows of the application; it asks nobody. */
    public static PaymentService service(
            BeanFactory application, ApplicationEventPublisher events, PaymentSettings settings, Clock clock) {
        return new PaymentService(
                application.getBean(Payments.class),
                application.getBean(UnresolvedCharges.class),
                new StaticListableBeanFactory().getBeanProvider(GatewayCalls.class),
                events,
                settings,
                clock);
    }

    /** A charge of 1,000 won that was never asked for, and may be tried once. */
    public static ChargeIntent charge(OrderNumber order) {
        return new ChargeIntent(order, "key-" + order, new Money(1000), null, List.of(), Instant.EPOCH);
    }

    /** The won that were kept as fees of the order. */
    public static long fees(Payments rows, OrderNumber order) {
        return rows.feesOf(order).stream().mapToLong(fee -> fee.amount().won()).sum();
    }
}
