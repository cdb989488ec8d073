package io.orderflow;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.retry.annotation.EnableRetry;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The main class: starts the HTTP API, the modules, and the process engine that connects them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
// Retries go around transactions, so that every attempt is a transaction of its own.
@EnableRetry(order = Ordered.LOWEST_PRECEDENCE - 1)
public class OrderflowApplication {

    public static void main(String[] args) {
        SpringApplication.run(OrderflowApplication.class, args);
    }

    /** The clock of the application. It ticks in whole milliseconds, because the database stores no more. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneId.of("Asia/Seoul"));
    }
}
