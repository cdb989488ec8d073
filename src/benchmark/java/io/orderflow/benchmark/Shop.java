package io.orderflow.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.benchmark.Milestones.Milestone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Drives the application over HTTP, one call after the other, where nothing is timed. */
class Shop {

    static final String CUSTOMER = "alice";
    static final String OPS = "ops";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;

    Shop(String url) {
        this.url = url;
    }

    /** Puts the goods and the coupon there. */
    void stock() throws IOException, InterruptedException {
        for (int number = 0; number < Goods.PRODUCTS; number++) {
            send(request("/api/products/" + Goods.sku(number), OPS).PUT(BodyPublishers.ofString(Goods.PRODUCT)));
        }
        send(request("/api/coupons/" + Goods.COUPON_CODE, OPS).PUT(BodyPublishers.ofString(Goods.COUPON)));
    }

    /** Takes one order from placing it to its delivery; returns its number. */
    String completeOrder(Milestones milestones, boolean idempotencyKey) throws IOException, InterruptedException {
        String number = shipOrder(milestones, idempotencyKey);
        tell(CarrierWebhook.of("shipment.delivered", number));
        milestones.await(Milestone.COMPLETED, number);
        return number;
    }

    /** Takes one order from placing it to hand-over; returns its number. */
    String shipOrder(Milestones milestones) throws IOException, InterruptedException {
        return shipOrder(milestones, false);
    }

    /** Places one order and leaves it unpaid; returns its number. */
    String placeOrder() throws IOException, InterruptedException {
        return place(false).get("orderNumber").asText();
    }

    private JsonNode place(boolean idempotencyKey) throws IOException, InterruptedException {
        var place = request("/api/orders", CUSTOMER).POST(BodyPublishers.ofString(Goods.order()));
        if (idempotencyKey) {
            place.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return json.readTree(send(place).body());
    }

    private String shipOrder(Milestones milestones, boolean idempotencyKey) throws IOException, InterruptedException {
        JsonNode order = place(idempotencyKey);
        String number = order.get("orderNumber").asText();
        send(request("/api/orders/" + number + "/payment", CUSTOMER)
                .header("Prefer", "wait=10")
                .POST(BodyPublishers.ofString(
                        Goods.payment(number, order.get("paymentAmount").asLong()))));
        milestones.await(Milestone.BOOKED, number);
        tell(CarrierWebhook.of("shipment.in_transit", number));
        milestones.await(Milestone.SHIPPED, number);
        return number;
    }

    private void tell(CarrierWebhook news) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url + "/webhooks/carrier"))
                .header("Content-Type", "application/json")
                .header("webhook-id", news.id())
                .header("webhook-timestamp", news.timestamp())
                .header("webhook-signature", news.signature())
                .POST(BodyPublishers.ofString(news.body())));
    }

    private HttpRequest.Builder request(String path, String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() < 200 || response.statusCode() > 204 || response.statusCode() == 202) {
            throw new IllegalStateException(response + " " + response.body());
        }
        return response;
    }
}
