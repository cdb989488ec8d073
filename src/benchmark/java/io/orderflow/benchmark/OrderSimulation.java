package io.orderflow.benchmark;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.orderflow.benchmark.Milestones.Milestone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * So many clients, each taking order after order from placing it to its delivery. Only with the profile
 * {@code benchmark}.
 */
public class OrderSimulation extends Simulation {

    private static final String ORDER = "orderNumber";
    private static final String TIME = "time";

    private final Milestones milestones = milestones();
    /**
     * Gatling shows its percentiles to people only, so the answer times are handed on: milliseconds and name, a line
     * each.
     */
    private final Queue<String> times = new ConcurrentLinkedQueue<>();

    public OrderSimulation() {
        var protocol = http.baseUrl(System.getProperty("benchmark.url"))
                .contentTypeHeader("application/json")
                .disableWarmUp()
                .disableCaching();
        var orders = scenario("Complete orders")
                .exec(during(Duration.parse(System.getProperty("benchmark.duration")))
                        .on(exec(place())
                                .exec(noted(OrderRequests.PLACE))
                                .exec(pay())
                                .exec(noted(OrderRequests.PAY))
                                .exec(
                                        await(Milestone.BOOKED),
                                        tell(OrderRequests.HAND_OVER, "shipment.in_transit"),
                                        await(Milestone.SHIPPED),
                                        tell(OrderRequests.DELIVERY, "shipment.delivered"),
                                        await(Milestone.COMPLETED))));
        setUp(orders.injectOpen(atOnceUsers(Integer.getInteger("benchmark.clients"))))
                .protocols(protocol)
                .assertions(global().failedRequests().count().is(0L));
    }

    @Override
    public void after() {
        try {
            Files.write(Path.of(System.getProperty("benchmark.times")), times);
            milestones.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChainBuilder noted(String request) {
        return exec(session -> {
            times.add(session.getLong(TIME) + " " + request);
            return session;
        });
    }

    private static HttpRequestActionBuilder place() {
        return http(OrderRequests.PLACE)
                .post("/api/orders")
                .basicAuth(Shop.CUSTOMER, Shop.CUSTOMER)
                .body(StringBody(session -> Goods.order()))
                .check(
                        status().is(201),
                        jsonPath("$.orderNumber").saveAs(ORDER),
                        jsonPath("$.paymentAmount").ofLong().saveAs("amount"),
                        responseTimeInMillis().saveAs(TIME));
    }

    private static HttpRequestActionBuilder pay() {
        return http(OrderRequests.PAY)
                .post("/api/orders/#{orderNumber}/payment")
                .basicAuth(Shop.CUSTOMER, Shop.CUSTOMER)
                .header("Prefer", "wait=10")
                .body(StringBody(session -> Goods.payment(session.getString(ORDER), session.getLong("amount"))))
                .check(status().is(200), responseTimeInMillis().saveAs(TIME));
    }

    private static ChainBuilder tell(String name, String type) {
        return exec(session -> session.set("news", CarrierWebhook.of(type, session.getString(ORDER))))
                .exec(http(name)
                        .post("/webhooks/carrier")
                        .header("webhook-id", session -> news(session).id())
                        .header("webhook-timestamp", session -> news(session).timestamp())
                        .header("webhook-signature", session -> news(session).signature())
                        .body(StringBody(session -> news(session).body()))
                        .check(status().is(204)));
    }

    private ChainBuilder await(Milestone milestone) {
        return asLongAsDuring(
                        session -> !milestones.isReached(milestone, session.getString(ORDER)), Duration.ofSeconds(30))
                .on(pause(Duration.ofMillis(5)));
    }

    private static CarrierWebhook news(Session session) {
        return session.get("news");
    }

    private static Milestones milestones() {
        try {
            return new Milestones(System.getProperty("benchmark.database"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
