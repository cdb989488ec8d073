package io.orderflow.shipping.inbox;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ThreadPoolExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Jobs that apply messages which could not be applied when they came: those that are due every two seconds, and those
 * that waited for a shipment as soon as it is booked. The latter are only faster: if the executor is full or the node
 * crashes, the former apply them.
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
