package io.orderflow.shipping.inbox;

import io.orderflow.outbound.AfterCommit;
import io.orderflow.shipping.ShipmentBooked;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * The jobs that apply messages which could not be applied when they came: those that are due every two seconds, and
 * those that waited for a shipment as soon as it is booked. The latter are only faster: if the executor is full or the
 * node crashes, the former apply them.
 */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class ShippingJobs {

    private final CarrierInbox inbox;
    private final ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();

    ShippingJobs(CarrierInbox inbox) {
        this.inbox = inbox;
        executor.setThreadNamePrefix("carrier-inbox-");
        executor.setCorePoolSize(1);
        executor.setQueueCapacity(1000);
        executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(10);
        executor.initialize();
    }

    /** What came before a shipment was booked need not wait for its next try. */
    @EventListener
    void on(ShipmentBooked booked) {
        if (inbox.holdsEarly(booked)) {
            AfterCommit.run(() -> executor.execute(() -> inbox.applyEarly(booked)));
        }
    }

    @Scheduled(fixedDelay = 2000)
    void applyDue() {
        inbox.applyDue();
    }

    @PreDestroy
    void stop() {
        executor.shutdown();
    }
}
