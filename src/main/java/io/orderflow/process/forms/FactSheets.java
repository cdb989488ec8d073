package io.orderflow.process.forms;

import io.orderflow.cases.CaseId;
import io.orderflow.order.OrderView;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundFacts;
import io.orderflow.payment.RefundId;
import io.orderflow.returns.ReturnFacts;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import io.orderflow.returns.ReturnWindow;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.ShippingService;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The values of each form, by the names the forms use: {@code facts} is only shown, the others can be changed. */
@Component
class FactSheets {

    private final OrderReading orders;
    private final OrderFacts orderFacts;
    private final ReturnService returns;
    private final PaymentService payments;
    private final ShippingService shipping;
    private final CaseFacts caseFacts;
    private final Clock clock;

    FactSheets(
            OrderReading orders,
            OrderFacts orderFacts,
            ReturnService returns,
            PaymentService payments,
            ShippingService shipping,
            CaseFacts caseFacts,
            Clock clock) {
        this.orders = orders;
        this.orderFacts = orderFacts;
        this.returns = returns;
        this.payments = payments;
        this.shipping = shipping;
        this.caseFacts = caseFacts;
        this.clock = clock;
    }

    Map<String, Object> wantedReturn(ReturnId id) {
        return Map.of("facts", ofReturn(returns.facts(id)));
    }

    Map<String, Object> goodsToInspect(ReturnId id) {
        ReturnFacts wanted = returns.facts(id);
        return Map.of(
                "facts",
                ofReturn(wanted),
                "inspectionChoices",
                InspectionChoices.of(wanted.items()),
                "inspectionByLine",
                InspectionChoices.lineByLine(wanted.items()));
    }

    Map<String, Object> shippingFailure(OrderNumber number, Instant since) {
        OrderView order = order(number);
        OrderView.Address address = order.shippingAddress();
        Map<String, Object> facts = orderFacts.of(order);
        facts.putAll(orderFacts.lastFailure(number));
        facts.put("attempts", String.valueOf(shipping.attempts(number)));
        facts.put("open", Wording.since(since, clock.instant()));
        facts.put("atStake", order.paymentAmount().minus(order.refundedAmount()).toString());
        facts.put(
                "address",
                Stream.of(
                                address.recipient(),
                                address.line1(),
                                address.line2(),
                                address.postalCode(),
                                address.city(),
                                address.country())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")));
        facts.put("phone", address.phone());
        facts.put(
                "shipments",
                shipping.ofOrder(number).stream()
                        .map(shipment -> Map.of(
                                "attempt",
                                shipment.attempt(),
                                "carrier",
                                shipment.carrier(),
                                "trackingNumber",
                                shipment.trackingNumber(),
                                "status",
                                Wording.of(shipment.status()),
                                "bookedAt",
                                Wording.time(shipment.bookedAt())))
                        .toList());
        return withAddress(facts, address);
    }

    Map<String, Object> refundToSettle(RefundId id, Instant since) {
        RefundFacts refund = payments.facts(id);
        OrderView order = order(refund.order());
        Map<String, Object> facts = orderFacts.of(order);
        facts.put("refundId", id.value());
        facts.put("refund", refund.amount().toString());
        facts.put("attempts", String.valueOf(refund.attempts()));
        facts.put("answer", Wording.orDash(refund.answer()));
        facts.put("paymentKey", Wording.orDash(order.payment().paymentKey()));
        facts.put("open", Wording.since(since, clock.instant()));
        return Map.of("facts", facts);
    }

    Map<String, Object> caseToResolve(CaseId id) {
        return caseFacts.of(id);
    }

    private Map<String, Object> ofReturn(ReturnFacts wanted) {
        OrderView order = order(wanted.order());
        Map<String, Object> facts = orderFacts.of(order);
        facts.put("returnId", wanted.id().value());
        facts.put("requestedAt", Wording.time(wanted.requestedAt()));
        facts.put(
                "delivered",
                order.completedAt() == null
                        ? "not yet"
                        : "%s, %s ago"
                                .formatted(
                                        Wording.time(order.completedAt()),
                                        Wording.since(order.completedAt(), clock.instant())));
        facts.put("window", window(wanted.window()));
        facts.put("until", wanted.until() == null ? "-" : Wording.time(wanted.until()));
        facts.put("reason", Wording.of(wanted.reason()));
        facts.put("comment", Wording.orDash(wanted.comment()));
        facts.put("refund", wanted.refund().toString());
        facts.put("earlierReturns", String.valueOf(wanted.earlierReturns()));
        facts.put(
                "goods",
                wanted.items().stream()
                        .map(item -> Map.of(
                                "sku",
                                item.sku().value(),
                                "name",
                                item.name(),
                                "price",
                                item.price().toString(),
                                "quantity",
                                item.quantity().pieces()))
                        .toList());
        return facts;
    }

    private static String window(ReturnWindow window) {
        return switch (window) {
            case BEFORE_DELIVERY -> "before the goods arrived";
            case WITHDRAWAL -> "while no reason was needed";
            case AFTER_WITHDRAWAL -> "after the time in which no reason is needed";
        };
    }

    private OrderView order(OrderNumber number) {
        return orders.find(number).orElseThrow(() -> new IllegalStateException("no order " + number));
    }

    private static Map<String, Object> withAddress(Map<String, Object> facts, OrderView.Address address) {
        Map<String, Object> filled = new LinkedHashMap<>(Map.of(
                "facts",
                facts,
                "recipient",
                address.recipient(),
                "phone",
                address.phone(),
                "line1",
                address.line1(),
                "city",
                address.city(),
                "postalCode",
                address.postalCode()));
        filled.put("line2", Objects.requireNonNullElse(address.line2(), ""));
        return filled;
    }
}
