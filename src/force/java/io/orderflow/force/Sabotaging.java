package io.orderflow.force;

import io.orderflow.force.sabotage.NoCancelGate;
import io.orderflow.payment.AskedBeforeTheCommit;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Controls: an application that asks the gateway before the intent is committed and is then killed, and one that
 * honours a cancellation while a charge is under way. The checks must notice both.
 */
final class Sabotaging {

    private static final int ORDERS = 6;
    private static final long SLOW = 2000;

    private Sabotaging() {}

    static void play(Settings settings, Databases databases, Findings findings)
            throws IOException, SQLException, InterruptedException {
        List<List<String>> starts = List.of(
                Sabotage.with(settings, AskedBeforeTheCommit.class.getName()),
                Sabotage.with(settings, NoCancelGate.class.getName()));
        try (Site site = new Site(settings, databases, "sabotage", starts, findings)) {
            List<String> uncommitted = killWhilePaying(site, settings);
            List<String> ungated = cancelWhilePaying(site);
            List<String> broken =
                    new Stage(settings, site, findings, new Random()).expectTrouble(Duration.ofSeconds(40));
            Control.judge(findings, "intent not committed before the call", broken, Control.about(uncommitted));
            Control.judge(findings, "cancel gate removed", broken, Control.about(ungated));
        }
    }

    /** Customers pay and go away; the node dies in the middle of its talk with the gateway. */
    private static List<String> killWhilePaying(Site site, Settings settings) throws IOException, InterruptedException {
        site.start(0);
        site.open(settings.seed());
        site.gateway().behave(Behaviour.slow(SLOW));
        List<String> orders = place(site);
        orders.forEach(order -> CompletableFuture.runAsync(() -> pay(site, order), Load.HANDS));
        Pause.millis(SLOW / 2);
        site.node(0).kill();
        return orders;
    }

    /** Customers pay, and cancel while the gateway is being asked. */
    private static List<String> cancelWhilePaying(Site site) throws IOException {
        site.start(1);
        List<String> orders = place(site);
        orders.forEach(order -> pay(site, order));
        orders.forEach(order ->
                site.shop().post("alice", "/api/orders/" + order + "/cancellation", "{\"reason\": \"no\"}", order));
        return orders;
    }

    private static List<String> place(Site site) {
        List<String> orders = new ArrayList<>();
        for (int number = 0; number < ORDERS; number++) {
            orders.add(site.shop()
                    .post(
                            "alice",
                            "/api/orders",
                            Goods.plainOrder(),
                            UUID.randomUUID().toString())
                    .text("orderNumber"));
            site.told().note(orders.get(number), Told.Word.PLACED);
        }
        return orders;
    }

    private static void pay(Site site, String order) {
        long amount = site.shop()
                .get("alice", "/api/orders/" + order)
                .body()
                .path("paymentAmount")
                .asLong();
        site.shopOnce().submit("alice", "/api/orders/" + order + "/payment", """
                {"paymentKey": "card-%s", "amount": %d, "method": "CARD"}""".formatted(order, amount));
    }
}
