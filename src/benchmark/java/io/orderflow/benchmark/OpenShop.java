package io.orderflow.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Asks the application without waiting for answers, and notes how long each took and which were wrong. */
class OpenShop {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Double>> times = new HashMap<>();
    private final Map<String, Integer> wrong = new TreeMap<>();
    private final String url;

    OpenShop(String url) {
        this.url = url;
    }

    record Placed(String number, long amount) {}

    CompletableFuture<Placed> place() {
        return ask(
                        OrderRequests.PLACE,
                        post(
                                "/api/orders",
                                Boolean.getBoolean("benchmark.coupon") ? Goods.order() : Goods.orderWithoutCoupon()),
                        Set.of(201))
                .thenApply(answer -> {
                    JsonNode order = json(answer.body());
                    return new Placed(
                            order.get("orderNumber").asText(),
                            order.get("paymentAmount").asLong());
                });
    }

    /** @param wait seconds that the caller would wait for the outcome */
    CompletableFuture<HttpResponse<String>> pay(Placed order, int wait) {
        return ask(
                OrderRequests.PAY,
                post("/api/orders/" + order.number() + "/payment", Goods.payment(order.number(), order.amount()))
                        .header("Prefer", "wait=" + wait),
                Set.of(200, 202));
    }

    CompletableFuture<HttpResponse<String>> cancel(Placed order) {
        return ask(OrderRequests.CANCEL, post("/api/orders/" + order.number() + "/cancellation", "{}"), Set.of(200));
    }

    /** Cancels an order that is paid, or whose payment is under way. */
    CompletableFuture<HttpResponse<String>> callBack(Placed order) {
        return ask(
                OrderRequests.CALL_BACK,
                post("/api/orders/" + order.number() + "/cancellation", "{}"),
                Set.of(200, 202));
    }

    CompletableFuture<HttpResponse<String>> sendBack(Placed order) {
        return ask(
                OrderRequests.SEND_BACK,
                post("/api/orders/" + order.number() + "/returns", "{\"reason\": \"CHANGE_OF_MIND\"}"),
                Set.of(200, 201, 202));
    }

    CompletableFuture<HttpResponse<String>> tell(String request, String type, Placed order) {
        CarrierWebhook news = CarrierWebhook.of(type, order.number());
        return ask(
                request,
                HttpRequest.newBuilder(URI.create(url + "/webhooks/carrier"))
                        .header("Content-Type", "application/json")
                        .header("webhook-id", news.id())
                        .header("webhook-timestamp", news.timestamp())
                        .header("webhook-signature", news.signature())
                        .POST(BodyPublishers.ofString(news.body())),
                Set.of(204));
    }

    private HttpRequest.Builder post(String path, String body) {
        String credentials = Base64.getEncoder()
                .encodeToString((Shop.CUSTOMER + ":" + Shop.CUSTOMER).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.ofString(body));
    }

    private CompletableFuture<HttpResponse<String>> ask(String request, HttpRequest.Builder call, Set<Integer> right) {
        long began = System.nanoTime();
        return http.sendAsync(call.build(), BodyHandlers.ofString()).whenComplete((answer, trouble) -> {
            note(request, (System.nanoTime() - began) / 1e6);
            if (trouble != null || !right.contains(answer.statusCode())) {
                noteWrong(request + ": " + (trouble != null ? trouble : answer.statusCode() + " " + answer.body()));
            }
        });
    }

    private synchronized void note(String request, double millis) {
        times.computeIfAbsent(request, kind -> new ArrayList<>()).add(millis);
    }

    private synchronized void noteWrong(String what) {
        wrong.merge(what.substring(0, Math.min(what.length(), 160)), 1, Integer::sum);
    }

    /** What was noted since the last time, by kind of request. */
    synchronized Map<String, Times> takeTimes() {
        Map<String, Times> taken = new TreeMap<>();
        times.forEach((request, millis) -> taken.put(request, Times.of(millis)));
        times.clear();
        return taken;
    }

    /** Wrong answers since the last time. */
    synchronized Map<String, Integer> takeWrong() {
        Map<String, Integer> taken = new TreeMap<>(wrong);
        wrong.clear();
        return taken;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
