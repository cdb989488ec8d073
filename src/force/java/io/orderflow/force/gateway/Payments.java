package io.orderflow.force.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.force.gateway.Entry.Direction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the gateway does with money, all of it by the ledger. The buyer's authentication is taken for given. */
class Payments {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final Ledger ledger;
    private final Map<String, ObjectNode> aborted = new HashMap<>();

    Payments(Ledger ledger) {
        this.ledger = ledger;
    }

    synchronized Answer confirm(String paymentKey, String order, long amount, String key, boolean again) {
        if (!again && aborted.containsKey(paymentKey)) {
            return decline(paymentKey, order, amount);
        }
        if (!again && !ledger.entries(paymentKey).isEmpty()) {
            return Answer.no(400, "ALREADY_PROCESSED_PAYMENT");
        }
        move(Direction.CHARGE, paymentKey, order, amount, key, null);
        return find(paymentKey);
    }

    synchronized Answer decline(String paymentKey, String order, long amount) {
        aborted.put(paymentKey, abortedPayment(paymentKey, order, amount));
        return Answer.no(403, "REJECT_CARD_COMPANY");
    }

    /** @param wanted null for the whole balance */
    synchronized Answer cancel(String paymentKey, Long wanted, String reason, String key) {
        List<Entry> entries = ledger.entries(paymentKey);
        if (entries.isEmpty()) {
            return Answer.no(404, "NOT_FOUND_PAYMENT");
        }
        long balance = entries.get(0).amount() - refunded(entries);
        if (balance == 0) {
            return Answer.no(400, "ALREADY_CANCELED_PAYMENT");
        }
        if (wanted != null && wanted > balance) {
            return Answer.no(403, "NOT_CANCELABLE_AMOUNT");
        }
        move(Direction.REFUND, paymentKey, entries.get(0).order(), wanted == null ? balance : wanted, key, reason);
        return find(paymentKey);
    }

    private void move(Direction direction, String paymentKey, String order, long amount, String key, String reason) {
        ledger.append(new Entry(
                UUID.randomUUID().toString().replace("-", ""),
                direction,
                paymentKey,
                order,
                amount,
                key,
                reason,
                Instant.now()));
    }

    synchronized Answer find(String paymentKey) {
        List<Entry> entries = ledger.entries(paymentKey);
        if (!entries.isEmpty()) {
            return Answer.ok(payment(entries));
        }
        return aborted.containsKey(paymentKey)
                ? Answer.ok(aborted.get(paymentKey))
                : Answer.no(404, "NOT_FOUND_PAYMENT");
    }

    synchronized Answer findByOrder(String order) {
        return ledger.entries().stream()
                .filter(entry -> entry.order().equals(order))
                .findFirst()
                .map(entry -> find(entry.paymentKey()))
                .orElseGet(() -> Answer.no(404, "NOT_FOUND_PAYMENT"));
    }

    /** @param after null, or the last transaction of the page before */
    Answer transactions(OffsetDateTime from, OffsetDateTime to, String after, int limit) {
        ArrayNode page = Answer.JSON.createArrayNode();
        boolean[] begun = {after == null};
        ledger.entries().stream()
                .filter(entry ->
                        !entry.at().isBefore(from.toInstant()) && entry.at().isBefore(to.toInstant()))
                .filter(entry -> begun[0] || (begun[0] = entry.transaction().equals(after)) && false)
                .limit(limit)
                .forEach(entry -> page.add(transaction(entry)));
        return Answer.ok(page);
    }

    private static long refunded(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.direction() == Direction.REFUND)
                .mapToLong(Entry::amount)
                .sum();
    }

    private static ObjectNode payment(List<Entry> entries) {
        Entry first = entries.get(0);
        long balance = first.amount() - refunded(entries);
        ArrayNode cancels = Answer.JSON.createArrayNode();
        entries.stream()
                .filter(entry -> entry.direction() == Direction.REFUND)
                .forEach(entry -> cancels.addObject()
                        .put("transactionKey", entry.transaction())
                        .put("cancelAmount", entry.amount())
                        .put("cancelReason", entry.reason())
                        .put("canceledAt", time(entry.at()))
                        .put("cancelStatus", "DONE"));
        String status =
                cancels.isEmpty() ? "DONE" : balance == 0 && cancels.size() == 1 ? "CANCELED" : "PARTIAL_CANCELED";
        ObjectNode payment = payment(first.paymentKey(), status)
                .put("orderId", first.order())
                .put("totalAmount", first.amount())
                .put("balanceAmount", balance)
                .put("approvedAt", time(first.at()))
                .put("lastTransactionKey", entries.get(entries.size() - 1).transaction());
        payment.set("cancels", cancels.isEmpty() ? Answer.JSON.nullNode() : cancels);
        return payment;
    }

    private static ObjectNode abortedPayment(String paymentKey, String order, long amount) {
        ObjectNode payment = payment(paymentKey, "ABORTED")
                .put("orderId", order)
                .put("totalAmount", amount)
                .put("balanceAmount", amount);
        payment.putObject("failure").put("code", "REJECT_CARD_COMPANY").put("message", "declined");
        return payment;
    }

    private static ObjectNode payment(String paymentKey, String status) {
        return Answer.JSON
                .createObjectNode()
                .put("mId", "proof")
                .put("version", "2022-11-16")
                .put("paymentKey", paymentKey)
                .put("status", status)
                .put("currency", "KRW")
                .put("method", "\uce74\ub4dc")
                .put("useEscrow", false);
    }

    private static ObjectNode transaction(Entry entry) {
        boolean charge = entry.direction() == Direction.CHARGE;
        return Answer.JSON
                .createObjectNode()
                .put("mId", "proof")
                .put("transactionKey", entry.transaction())
                .put("paymentKey", entry.paymentKey())
                .put("orderId", entry.order())
                .put("method", "\uce74\ub4dc")
                .put("status", charge ? "DONE" : "CANCELED")
                .put("transactionAt", time(entry.at()))
                .put("currency", "KRW")
                .put("amount", charge ? entry.amount() : -entry.amount());
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(SEOUL)
                .toOffsetDateTime()
                .toString();
    }
}
