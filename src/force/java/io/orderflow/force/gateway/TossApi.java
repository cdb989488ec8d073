package io.orderflow.force.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.force.gateway.Fault.When;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The gateway's API as the application sees it, faults included. */
class TossApi implements Door.Api {

    /** Longer than a client's patience in these runs. */
    private static final Duration TOO_LONG = Duration.ofSeconds(4);

    private static final int LATE_SECONDS = 3;

    private final String authorization;
    private final Payments payments;
    private final Keys keys = new Keys();
    private final Faults faults;
    private final Conversations conversations;
    private final Webhooks webhooks;
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(4);

    TossApi(String secret, Ledger ledger, Faults faults, Conversations conversations, Webhooks webhooks) {
        authorization = "Basic " + Base64.getEncoder().encodeToString((secret + ":").getBytes(StandardCharsets.UTF_8));
        payments = new Payments(ledger);
        this.faults = faults;
        this.conversations = conversations;
        this.webhooks = webhooks;
        ledger.entries().stream()
                .filter(entry -> entry.idempotencyKey() != null)
                .forEach(this::remember);
    }

    /** A key keeps its answer when the gateway starts again. */
    private void remember(Entry entry) {
        String path = entry.direction() == Entry.Direction.CHARGE
                ? "/v1/payments/confirm"
                : "/v1/payments/" + entry.paymentKey() + "/cancel";
        keys.settle(Keys.id("POST", path, entry.idempotencyKey()), payments.find(entry.paymentKey()));
    }

    @Override
    public void serve(Request request, Wire wire) throws IOException {
        if (!authorization.equals(request.header("authorization"))) {
            wire.send(Answer.no(401, "UNAUTHORIZED_KEY"));
            return;
        }
        String payment = paymentKey(request);
        conversations.begin(payment, request);
        try {
            wire.pause(Duration.ofMillis(faults.orders().latencyMillis()));
            serve(request, payment, faults.next(call(request)), wire);
        } finally {
            conversations.end(payment, request);
        }
    }

    private void serve(Request request, String payment, Fault fault, Wire wire) throws IOException {
        if (fault.when() == When.BEFORE) {
            Spoiling.before(fault, wire, TOO_LONG);
            return;
        }
        Answer answer = request.isPost() ? once(request, payment, fault) : read(request, payment);
        Spoiling.after(fault, answer, wire, TOO_LONG);
    }

    private Answer once(Request request, String payment, Fault fault) {
        JsonNode body = json(request);
        String key = request.header("idempotency-key");
        String id = Keys.id("POST", request.path(), key);
        Optional<Answer> known =
                key == null || faults.orders().ignoreIdempotencyKeys() ? Optional.empty() : keys.take(id);
        if (known.isPresent()) {
            return known.get();
        }
        Supplier<Answer> call = () -> move(request, payment, body, key, fault);
        if (fault.when() == When.LATER) {
            later.schedule(() -> settle(id, payment, call.get()), LATE_SECONDS, TimeUnit.SECONDS);
            return Answer.no(500, "FAILED_INTERNAL_SYSTEM_PROCESSING");
        }
        return settle(id, payment, call.get());
    }

    private Answer settle(String id, String payment, Answer answer) {
        keys.settle(id, answer);
        if (answer.isOk()) {
            webhooks.tell(payments.find(payment));
        }
        return answer;
    }

    private Answer move(Request request, String payment, JsonNode body, String key, Fault fault) {
        return call(request).equals("confirm")
                ? confirm(payment, body, key, fault == Fault.DECLINED)
                : cancel(payment, body, key, fault == Fault.REFUND_REFUSED);
    }

    private Answer confirm(String payment, JsonNode body, String key, boolean declined) {
        String order = body.path("orderId").asText();
        long amount = body.path("amount").asLong();
        return declined || payment.startsWith("decline")
                ? payments.decline(payment, order, amount)
                : payments.confirm(payment, order, amount, key, faults.orders().ignoreIdempotencyKeys());
    }

    private Answer cancel(String payment, JsonNode body, String key, boolean refused) {
        Long amount = body.hasNonNull("cancelAmount") ? body.get("cancelAmount").asLong() : null;
        return refused || payment.startsWith("refuse-refund")
                ? Answer.no(400, "REFUND_REJECTED")
                : payments.cancel(payment, amount, body.path("cancelReason").asText(), key);
    }

    private Answer read(Request request, String payment) {
        List<String> parts = request.parts();
        if (parts.get(0).equals("transactions")) {
            return payments.transactions(
                    time(request.parameter("startDate", "2000-01-01T00:00:00")),
                    time(request.parameter("endDate", "2100-01-01T00:00:00")),
                    request.parameter("startingAfter", null),
                    Integer.parseInt(request.parameter("limit", "100")));
        }
        return parts.get(1).equals("orders") ? payments.findByOrder(parts.get(2)) : payments.find(payment);
    }

    /** Times without an offset are Seoul's. */
    private static OffsetDateTime time(String text) {
        return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(text)
                : LocalDateTime.parse(text).atOffset(ZoneOffset.ofHours(9));
    }

    private static String call(Request request) {
        List<String> parts = request.parts();
        return request.isPost() ? parts.get(parts.size() - 1) : "read";
    }

    private static String paymentKey(Request request) {
        return call(request).equals("confirm")
                ? json(request).path("paymentKey").asText()
                : request.parts().size() > 1 ? request.parts().get(1) : "-";
    }

    private static JsonNode json(Request request) {
        try {
            return Answer.JSON.readTree(request.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(request.body(), e);
        }
    }
}
