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
 * Applies in the background what could not be applied when it came: every two seconds what is due, and at once what
 * waited for a shipment that is booked now. The sweep alone would do; what the executor has no room for, or a crash
 * takes with it, is left to the sweep.
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
