package io.orderflow.shipping.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.Background;
import io.orderflow.TestClock;
import io.orderflow.shared.ShippingAddress;
import io.orderflow.shipping.Destinations;
import io.orderflow.shipping.Shipment;
import io.orderflow.shipping.ShipmentBooked;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.ShippingService;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.retry.annotation.EnableRetry;

class ShippingServiceIntegrationTests extends ShippingScenario {

    @Test
    void booksWithTheCarrier() {
        Shipment shipment = book(1);

        assertThat(shipment.status()).isEqualTo(ShipmentStatus.BOOKED);
        assertThat(shipment.carrier()).isEqualTo("simulated");
        assertThat(shipment.trackingNumber()).isNotBlank();
        assertThat(shipping.ofOrder(order)).containsExactly(shipment);
        assertThat(heard()).containsExactly(new ShipmentBooked(order, 1, "simulated", shipment.trackingNumber()));
    }

    @Test
    void booksAnAttemptOnce() {
        Shipment first = book(1);

        Shipment repeated = book(1);

        assertThat(repeated).isEqualTo(first);
        assertThat(heard()).hasSize(1);
    }

    @Test
    void booksAnotherAttemptUnderAnotherTrackingNumber() {
        Shipment first = book(1);
        Shipment second = book(2);

        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.trackingNumber()).isNotEqualTo(first.trackingNumber());
        assertThat(shipping.attempts(order)).isEqualTo(2);
    }

    @Test
    void refusesAttemptsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> shipping.book(order, 0));
    }

    @Test
    void cancelsOpenShipmentsOnce() {
        shipping.book(order, 1);

        shipping.cancel(order);
        shipping.cancel(order);

        assertThat(status()).isEqualTo(ShipmentStatus.CANCELLED);
    }

    @Test
    void cancelsNothingThatWasNeverBooked() {
        shipping.cancel(order);

        assertThat(shipping.attempts(order)).isZero();
    }

    @Test
    void doesNotCancelWhatArrived() {
        shipping.book(order, 1);
        tell("shipment.delivered", 0);

        shipping.cancel(order);

        assertThat(status()).isEqualTo(ShipmentStatus.DELIVERED);
    }

    /** Shipping by itself, with the database and nothing else of the application. */
    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackageClasses = ShippingService.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        JpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TaskSchedulingAutoConfiguration.class
    })
    @Import(Background.class)
    @EnableRetry
    @ConfigurationPropertiesScan(basePackageClasses = ShippingService.class)
    @ComponentScan(basePackageClasses = ShippingService.class)
    static class Module {

        @Bean
        TestClock clock() {
            return new TestClock(Instant.parse("2026-11-22T03:00:00.123Z"));
        }

        @Bean
        Destinations destinations() {
            return order -> new ShippingAddress(
                    "Hong Gildong", "010-1234-5678", "1 Sejong-daero", null, "Seoul", "04524", "KR");
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Listener listener() {
            return new Listener();
        }
    }
}
