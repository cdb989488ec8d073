package io.orderflow.shipping.inbox;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

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

    @TransactionalEventListener
    void applyEarly(EarlyEventsArrived news) {
        executor.execute(() -> inbox.applyEarly(news.booked()));
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
