package io.orderflow.force;

import io.orderflow.force.ShopApi.Reply;
import io.orderflow.force.Told.Word;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Places one order after the other, and does with each what customers do: pay, pay twice, regret, forget, send back.
 */
class Customer {

    private final ShopApi shop;
    private final Carrier carrier;
    private final Told told;
    private final Random dice;
    private final String user;

    Customer(ShopApi shop, Carrier carrier, Told told, Random dice) {
        this.shop = shop;
        this.carrier = carrier;
        this.told = told;
        this.dice = dice;
        user = dice.nextBoolean() ? "alice" : "bob";
    }

    /** The whole life of one order, as far as the customer has a hand in it. */
    void order() {
        Reply placed = shop.post(user, "/api/orders", Goods.order(dice), key());
        if (placed.status() == 0) {
            told.noteUnclear();
        }
        if (!placed.text("orderNumber").isEmpty()) {
            told.note(placed.text("orderNumber"), placed.isOk() ? Word.PLACED : Word.OUT_OF_STOCK);
        }
        if (placed.isOk()) {
            live(placed.text("orderNumber"), placed.body().path("paymentAmount").asLong());
        }
    }

    void think() {
        Pause.millis(dice.nextInt(6000));
    }

    private void live(String order, long amount) {
        String payment = payment(order);
        Supplier<Reply> pay = () -> pay(order, payment, amount);
        Supplier<Reply> cancel = () -> cancel(order);
        Pause.millis(dice.nextInt(500));
        switch (dice.nextInt(12)) {
            case 0 -> think();
            case 1 -> cancel.get();
            case 2, 3 -> together(pay, cancel);
            case 4 -> together(pay, pay);
            case 5 -> Stream.of(pay, pay).forEach(Supplier::get);
            case 6 -> together(pay, () -> pay(order, payment(order), amount));
            case 7, 8 -> {
                pay.get();
                Pause.millis(dice.nextInt(1500));
                cancel.get();
            }
            default -> {
                pay.get();
                carrier.carry(order);
                sendBackAtTimes(order);
            }
        }
    }

    /** Some keys make the gateway behave the same way whatever else it does. */
    private static String payment(String order) {
        String kind = switch (order.hashCode() % 20) {
            case 0 -> "decline";
            case 1 -> "refuse-refund";
            default -> "card";
        };
        return kind + "-" + UUID.randomUUID();
    }

    private Reply pay(String order, String payment, long amount) {
        Reply reply = shop.post(user, "/api/orders/" + order + "/payment", """
                {"paymentKey": "%s", "amount": %d, "method": "CARD"}""".formatted(payment, amount), key());
        if (reply.status() == 200 || reply.status() == 402) {
            told.note(order, reply.status() == 200 ? Word.PAID : Word.DECLINED);
        }
        return reply;
    }

    private Reply cancel(String order) {
        Reply reply = shop.post(user, "/api/orders/" + order + "/cancellation", "{\"reason\": \"regretted\"}", key());
        if (reply.isOk()) {
            told.note(order, Word.CANCELLED);
        }
        return reply;
    }

    private void sendBackAtTimes(String order) {
        boolean arrived = dice.nextInt(3) == 0
                && Pause.until(
                        Duration.ofSeconds(10),
                        () -> shop.get(user, "/api/orders/" + order)
                                .text("status")
                                .equals("COMPLETED"));
        if (arrived) {
            Reply reply = shop.post(
                    user,
                    "/api/orders/" + order + "/returns",
                    "{\"reason\": \"%s\"}".formatted(dice.nextBoolean() ? "CHANGE_OF_MIND" : "DEFECTIVE"),
                    key());
            if (reply.isOk()) {
                told.note(order, Word.RETURN_TAKEN);
            }
        }
    }

    private static void together(Supplier<Reply> one, Supplier<Reply> other) {
        List.of(CompletableFuture.supplyAsync(one, Load.HANDS), CompletableFuture.supplyAsync(other, Load.HANDS))
                .forEach(CompletableFuture::join);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
