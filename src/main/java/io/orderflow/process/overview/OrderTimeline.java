package io.orderflow.process.overview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseView;
import io.orderflow.notification.Notification;
import io.orderflow.notification.NotificationService;
import io.orderflow.order.OrderEventView;
import io.orderflow.order.OrderNotFound;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.order.reading.Requester;
import io.orderflow.process.overview.TimelineEntry.Kind;
import io.orderflow.returns.OrderUnknown;
import io.orderflow.returns.ReturnService;
import io.orderflow.returns.ReturnStatus;
import io.orderflow.returns.ReturnView;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service that puts together what happened to one order, from all modules and the engine. It changes nothing. */
@Service
class OrderTimeline {

    private static final JsonMapper JSON = new JsonMapper();

    private final OrderReading orders;
    private final ReturnService returns;
    private final NotificationService messages;
    private final CaseRegister cases;
    private final EngineTrail engine;

    OrderTimeline(
            OrderReading orders,
            ReturnService returns,
            NotificationService messages,
            CaseRegister cases,
            EngineTrail engine) {
        this.orders = orders;
        this.returns = returns;
        this.messages = messages;
        this.cases = cases;
        this.engine = engine;
    }

    /**
     * Returns everything that happened, oldest first. Customers get what concerns them; ops get tasks, comments,
     * incidents and cases too.
     *
     * @throws OrderNotFound when there is no such order for this requester
     */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(OrderNumber order, Requester by) throws OrderNotFound {
        Stream<TimelineEntry> trail = orders.events(order, by).stream().map(OrderTimeline::entry);
        Stream<TimelineEntry> ofReturns = returns(order, by).stream().flatMap(OrderTimeline::entries);
        Stream<TimelineEntry> told = messages.ofOrder(order).stream().map(OrderTimeline::entry);
        Stream<TimelineEntry> forOps = by.onlyOrdersOf().isPresent()
                ? Stream.empty()
                : Stream.concat(cases.ofOrder(order).stream().flatMap(OrderTimeline::entries), engine.of(order));
        return Stream.of(trail, ofReturns, told, forOps)
                .flatMap(entries -> entries)
                .sorted(Comparator.comparing(TimelineEntry::at).thenComparing(TimelineEntry::kind))
                .toList();
    }

    private List<ReturnView> returns(OrderNumber order, Requester by) throws OrderNotFound {
        try {
            return returns.ofOrder(order, by.onlyOrdersOf());
        } catch (OrderUnknown e) {
            throw new OrderNotFound(order);
        }
    }

    private static TimelineEntry entry(OrderEventView event) {
        Map<String, Object> data = new LinkedHashMap<>();
        putIfKnown(data, "from", event.from());
        putIfKnown(data, "to", event.to());
        putIfKnown(data, "reason", event.reason());
        data.putAll(json(event.data()));
        return new TimelineEntry(event.occurredAt(), Kind.ORDER, event.type(), event.actor(), data);
    }

    private static Map<String, Object> json(@Nullable String data) {
        try {
            return data == null
                    ? Map.of()
                    : JSON.readValue(data, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit event that is no JSON object", e);
        }
    }

    private static Stream<TimelineEntry> entries(ReturnView view) {
        String decision = view.status() == ReturnStatus.REJECTED ? "RETURN_REJECTED" : "RETURN_APPROVED";
        return Stream.of(
                        entry(view, view.requestedAt(), "RETURN_REQUESTED", null, "comment", view.comment()),
                        entry(
                                view,
                                view.decidedAt(),
                                decision,
                                view.decidedBy(),
                                "decisionReason",
                                view.decisionReason()),
                        entry(view, view.receivedAt(), "GOODS_RECEIVED", null, "items", null),
                        entry(view, view.inspectedAt(), "GOODS_INSPECTED", view.inspectedBy(), "items", view.items()),
                        entry(view, view.refundedAt(), "RETURN_REFUNDED", null, "refundAmount", view.refundAmount()))
                .filter(Objects::nonNull);
    }

    /** Returns null where it has not happened. */
    private static @Nullable TimelineEntry entry(
            ReturnView view,
            @Nullable Instant at,
            String what,
            @Nullable Actor actor,
            String fact,
            @Nullable Object value) {
        if (at == null) {
            return null;
        }
        Map<String, Object> data = new LinkedHashMap<>(Map.of("returnId", view.returnId()));
        putIfKnown(data, fact, value);
        return new TimelineEntry(at, Kind.RETURN, what, actor, data);
    }

    private static TimelineEntry entry(Notification told) {
        return new TimelineEntry(
                told.createdAt(),
                Kind.MESSAGE,
                "CUSTOMER_TOLD",
                Actor.SYSTEM,
                Map.of("topic", told.topic(), "subject", told.subject(), "body", told.body()));
    }

    private static Stream<TimelineEntry> entries(CaseView view) {
        TimelineEntry opened = new TimelineEntry(
                view.foundAt(),
                Kind.CASE,
                "CASE_OPENED",
                Actor.SYSTEM,
                Map.of("caseId", view.caseId(), "caseKind", view.kind(), "finding", view.finding()));
        if (view.closedAt() == null) {
            return Stream.of(opened);
        }
        Map<String, Object> data = new LinkedHashMap<>(Map.of("caseId", view.caseId()));
        putIfKnown(data, "outcome", view.outcome());
        putIfKnown(data, "note", view.note());
        return Stream.of(opened, new TimelineEntry(view.closedAt(), Kind.CASE, "CASE_CLOSED", view.closedBy(), data));
    }

    private static void putIfKnown(Map<String, Object> data, String name, @Nullable Object value) {
        if (value != null) {
            data.put(name, value);
        }
    }
}
