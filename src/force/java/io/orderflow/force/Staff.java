package io.orderflow.force;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.force.ShopApi.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Ops: completes what people must decide, as Tasklist does, and retries what got stuck, as Cockpit does. */
class Staff implements AutoCloseable {

    private final ShopApi shop;
    private final Carrier carrier;
    private final Random dice;
    private final AtomicInteger incidents = new AtomicInteger();
    private final AtomicInteger tasks = new AtomicInteger();
    private volatile boolean closed;

    Staff(ShopApi shop, Carrier carrier, long seed) {
        this.shop = shop;
        this.carrier = carrier;
        dice = new Random(seed);
        Thread thread = new Thread(this::work, "staff");
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        while (!closed) {
            shop.get("ops", "/engine-rest/task?maxResults=20").body().forEach(this::decide);
            shop.get("ops", "/engine-rest/incident?incidentType=failedJob&maxResults=20")
                    .body()
                    .forEach(this::retry);
            Pause.millis(500);
        }
    }

    private void retry(JsonNode incident) {
        incidents.incrementAndGet();
        shop.put("ops", "/engine-rest/job/" + incident.path("configuration").asText() + "/retries", "{\"retries\": 1}");
    }

    private void decide(JsonNode task) {
        String order = shop.get(
                        "ops",
                        "/engine-rest/process-instance/"
                                + task.path("processInstanceId").asText())
                .text("businessKey");
        switch (task.path("taskDefinitionKey").asText()) {
            case "Task_ApproveReturn" -> approve(task);
            case "Task_ReceiveGoods" -> receive(task, order);
            case "Task_InspectReturn" -> complete(task, "inspection", inspection(order));
            case "Task_ResolveShippingFailure" -> resolve(task, order);
            case "Task_SettleRefund" -> settle(task, order);
            default -> {
                // A case, such as an order that lost its process: the checks name it.
            }
        }
    }

    private void approve(JsonNode task) {
        if (dice.nextInt(5) == 0) {
            complete(task, "returnDecision", "REJECT", "decisionReason", "worn");
        } else {
            complete(task, "returnDecision", "APPROVE");
        }
    }

    private void receive(JsonNode task, String order) {
        if (dice.nextBoolean()) {
            carrier.tell("return.received", order);
        } else {
            complete(task);
        }
    }

    private String inspection(String order) {
        List<String> lines = new ArrayList<>();
        for (JsonNode request :
                shop.get("ops", "/api/orders/" + order + "/returns").body()) {
            if (request.path("status").asText().equals("APPROVED")) {
                request.path("items").forEach(item -> lines.add(accepted(item)));
            }
        }
        return lines.toString();
    }

    /** All of it, or one piece less. */
    private String accepted(JsonNode item) {
        return "{\"sku\": \"%s\", \"accepted\": %d, \"restock\": %s}"
                .formatted(
                        item.path("sku").asText(), item.path("quantity").asInt() - dice.nextInt(2), dice.nextBoolean());
    }

    private void resolve(JsonNode task, String order) {
        int choice = dice.nextInt(3);
        Reply done = complete(
                task,
                "resolution",
                List.of("SHIP_AGAIN", "GIVE_UP_RESTOCK", "GIVE_UP_WRITE_OFF").get(choice));
        if (choice == 0 && done.isOk()) {
            carrier.carry(order);
        }
    }

    /** Paid by other means only what the gateway will never refund; else it could do so after all. */
    private void settle(JsonNode task, String order) {
        JsonNode payment = shop.get("ops", "/api/orders/" + order).body().path("payment");
        if (payment.path("paymentKey").asText().startsWith("refuse")) {
            complete(task, "settlement", "SETTLED_OUTSIDE", "settlementReference", "bank transfer 4711");
        } else {
            complete(task, "settlement", "RETRY");
        }
    }

    private Reply complete(JsonNode task, String... variables) {
        tasks.incrementAndGet();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode values = body.putObject("variables");
        for (int at = 0; at < variables.length; at += 2) {
            values.putObject(variables[at]).put("value", variables[at + 1]);
        }
        return shop.post("ops", "/engine-rest/task/" + task.path("id").asText() + "/complete", body.toString(), "-");
    }

    int incidents() {
        return incidents.get();
    }

    int tasks() {
        return tasks.get();
    }

    @Override
    public void close() {
        closed = true;
    }
}
