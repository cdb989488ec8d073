package io.orderflow.force.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells the shop what happened to payments: sometimes twice, often in the wrong order, at times nonsense or nothing.
 */
class Webhooks {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(2);
    private final Random dice = new Random(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final List<URI> shops;
    private final Faults faults;

    Webhooks(List<URI> shops, Faults faults) {
        this.shops = shops;
        this.faults = faults;
    }

    void tell(Answer payment) {
        if (shops.isEmpty() || dice.nextInt(10) >= faults.orders().webhooks()) {
            return;
        }
        String body = dice.nextInt(8) == 0
                ? "{\"eventType\": \"PAYMENT_STATUS_CHANGED\", \"data\": [" + payment.body()
                : "{\"eventType\": \"PAYMENT_STATUS_CHANGED\", \"createdAt\": \"%s\", \"data\": %s}"
                        .formatted(OffsetDateTime.now(), payment.body());
        String transmission = UUID.randomUUID().toString();
        for (int copies = 1 + dice.nextInt(3); copies > 0; copies--) {
            later.schedule(() -> send(transmission, body), dice.nextInt(4000), TimeUnit.MILLISECONDS);
        }
    }

    private void send(String transmission, String body) {
        sent.incrementAndGet();
        http.sendAsync(
                        HttpRequest.newBuilder(shops.get(dice.nextInt(shops.size())))
                                .timeout(Duration.ofSeconds(10))
                                .header("Content-Type", "application/json")
                                .header("tosspayments-webhook-transmission-id", transmission)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .thenAccept(answer -> taken.addAndGet(answer.statusCode() == 200 ? 1 : 0));
    }

    int sent() {
        return sent.get();
    }

    int taken() {
        return taken.get();
    }
}
