package io.orderflow.benchmark;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.orderflow.benchmark.Milestones.Milestone;
import java.sql.SQLException;
import java.time.Duration;

/** So many clients, each taking order after order from placing it to its delivery. Only with the profile {@code benchmark}. */
public class OrderSimulation extends Simulation {

    private static final String ORDER = "orderNumber";

    private final Milestones milestones = milestones();

    public OrderSimulation() {
        var protocol = http.baseUrl(System.getProperty("benchmark.url")).contentTypeHeader("application/json")
                .disableWarmUp().disableCaching();
        var orders = scenario("Complete orders").exec(
                during(Duration.parse(System.getProperty("benchmark.duration"))).on(exec(place(), pay(),
                        await(Milestone.BOOKED), tell(OrderRequests.HAND_OVER, "shipment.in_transit"),
                        await(Milestone.SHIPPED), tell(OrderRequests.DELIVERY, "shipment.delivered"),
                        await(Milestone.COMPLETED))));
        setUp(orders.injectOpen(atOnceUsers(Integer.getInteger("benchmark.clients")))).protocols(protocol);
    }

    private static HttpRequestActionBuilder place() {
        return http(OrderRequests.PLACE).post("/api/orders").basicAuth(Shop.CUSTOMER, Shop.CUSTOMER)
                .body(StringBody(session -> Goods.order())).check(status().is(201),
                        jsonPath("$.orderNumber").saveAs(ORDER), jsonPath("$.paymentAmount").ofLong().saveAs("amount"));
    }

    private static HttpRequestActionBuilder pay() {
        return http(OrderRequests.PAY).post("/api/orders/#{orderNumber}/payment").basicAuth(Shop.CUSTOMER, Shop.CUSTOMER)
                .header("Prefer", "wait=10")
                .body(StringBody(session -> Goods.payment(session.getString(ORDER), session.getLong("amount"))))
                .check(status().is(200));
    }

    private static ChainBuilder tell(String name, String type) {
        return exec(session -> session.set("news", CarrierNews.of(type, session.getString(ORDER))))
                .exec(http(name).post("/webhooks/carrier")
                        .header("webhook-id", session -> news(session).id())
                        .header("webhook-timestamp", session -> news(session).timestamp())
                        .header("webhook-signature", session -> news(session).signature())
                        .body(StringBody(session -> news(session).body())).check(status().is(204)));
    }

    private ChainBuilder await(Milestone milestone) {
        return asLongAsDuring(session -> !milestones.isReached(milestone, session.getString(ORDER)),
                Duration.ofSeconds(30)).on(pause(Duration.ofMillis(5)));
    }

    private static CarrierNews news(Session session) {
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
