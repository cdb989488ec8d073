package io.orderflow.force;

import io.orderflow.benchmark.CarrierWebhook;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The carrier: tells what happens to parcels, most of it once, some of it twice and in the wrong order. */
class Carrier implements AutoCloseable {

    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(6);
    private final Random dice;
    private final ShopApi shop;

    Carrier(ShopApi shop, long seed) {
        this.shop = shop;
        dice = new Random(seed);
    }

    /** A parcel goes out, and in nine of ten cases arrives. */
    synchronized void carry(String order) {
        tell("shipment.in_transit", order);
        if (dice.nextInt(3) == 0) {
            tell("shipment.out_for_delivery", order);
        }
        tell(
                switch (dice.nextInt(20)) {
                    case 0 -> "shipment.failure";
                    case 1 -> "shipment.return_to_sender";
                    default -> "shipment.delivered";
                },
                order);
    }

    synchronized void tell(String type, String order) {
        CarrierWebhook news = CarrierWebhook.of(type, order);
        for (int copies = 1 + dice.nextInt(2); copies > 0; copies--) {
            later.schedule(() -> send(news), dice.nextInt(2500), TimeUnit.MILLISECONDS);
        }
    }

    private void send(CarrierWebhook news) {
        shop.tell(
                "/webhooks/carrier",
                news.body(),
                "webhook-id",
                news.id(),
                "webhook-timestamp",
                news.timestamp(),
                "webhook-signature",
                news.signature());
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
