package io.orderflow.payment.asking;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A job that looks for late refunds once an hour. It runs only by day, because customers are told of them. */
@Component
@ConditionalOnProperty(name = "orders.background.enabled", matchIfMissing = true)
class OverdueRefundJob {

    private final OverdueRefunds refunds;

    OverdueRefundJob(OverdueRefunds refunds) {
        this.refunds = refunds;
    }

    @Scheduled(cron = "0 20 9-20 * * *", zone = "Asia/Seoul")
    void look() {
        refunds.look();
    }
}
