package io.orderflow.process.forms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderNotFound;
import io.orderflow.order.OrderView;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.order.reading.Requester;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every form says about the order: its lines and its history in short. */
@Component
class OrderFacts {

    private static final Requester FORM = new Requester(Actor.SYSTEM, Optional.empty());
    private static final JsonMapper JSON = new JsonMapper();

    private final OrderReading orders;

    OrderFacts(OrderReading orders) {
        this.orders = orders;
    }

    /** Returns the facts in a map to which others may be added. */
    Map<String, Object> of(OrderView order) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("orderNumber", order.orderNumber().value());
        facts.put("customer", order.customerId().value());
        facts.put("status", Wording.of(order.status()));
        facts.put("lines", order.items().stream().map(OrderFacts::line).toList());
        facts.put("history", newestFirst(events(order.orderNumber())));
        return facts;
    }

    /** Returns what the carrier said when it last gave up a parcel; empty if it never did. */
    Map<String, String> lastFailure(OrderNumber number) {
        return events(number).stream()
                .filter(event -> event.type().equals("SHIPPING_FAILED"))
                .reduce((earlier, later) -> later)
                .map(OrderFacts::failure)
                .orElse(Map.of());
    }

    private static Map<String, String> failure(OrderEventView event) {
        JsonNode words = words(event.data());
        String what = "RETURN_TO_SENDER".equals(words.path("kind").asText())
                ? "The carrier brings the parcel back"
                : "The carrier gave the parcel up";
        return Map.of(
                "failure",
                what,
                "failureDetail",
                Wording.orDash(words.path("detail").asText()),
                "failedAt",
                Wording.time(event.occurredAt()));
    }

    private static JsonNode words(@Nullable String data) {
        try {
            return JSON.readTree(data == null ? "{}" : data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit event that is no JSON", e);
        }
    }

    private static Map<String, Object> line(OrderView.Item item) {
        return Map.of(
                "product",
                item.name() + ", " + item.sku(),
                "price",
                item.price().toString(),
                "quantity",
                item.quantity().pieces(),
                "discount",
                item.discount().toString(),
                "paid",
                item.price().times(item.quantity()).minus(item.discount()).toString(),
                "returned",
                item.returnedQuantity());
    }

    /** Sorts the history, because people look for what led to the task. */
    private static List<Map<String, String>> newestFirst(List<OrderEventView> trail) {
        return trail.stream()
                .sorted(Comparator.comparing(OrderEventView::sequence).reversed())
                .map(OrderFacts::entry)
                .toList();
    }

    private static Map<String, String> entry(OrderEventView event) {
        return Map.of(
                "when",
                Wording.time(event.occurredAt()),
                "what",
                what(event),
                "by",
                event.actor().name());
    }

    /** Returns the entry, with what the carrier said, if it said something. */
    private static String what(OrderEventView event) {
        JsonNode data = words(event.data());
        String told = data.path("news").asText(data.path("shipmentStatus").asText());
        return told.isEmpty() ? Wording.of(event.type()) : Wording.of(event.type()) + ": " + Wording.of(told);
    }

    private List<OrderEventView> events(OrderNumber number) {
        try {
            return orders.events(number, FORM);
        } catch (OrderNotFound e) {
            throw new IllegalStateException("no order " + number, e);
        }
    }
}
