package io.orderflow.process;

import io.orderflow.DatabaseTest;
import io.orderflow.LockWaits;
import io.orderflow.TestClock;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.process.watching.Watch;
import io.orderflow.shipping.carriers.CarrierBooks;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The whole application with a {@link Shop} to act in and all that is needed to see what came of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@Import({
    Shop.class,
    ShopStaff.class,
    OrderInvariants.class,
    GatewayBooks.class,
    GatewayClerk.class,
    CarrierBooks.class,
    LockWaits.class,
    Watch.class,
    TestClock.Configuration.class
})
@TestPropertySource(
        properties = {
            "logging.level.org.camunda.bpm.engine=off",
            "logging.level.org.camunda.community=off",
            "logging.level.io.orderflow.shipping=error"
        })
@interface ShopTest {}
