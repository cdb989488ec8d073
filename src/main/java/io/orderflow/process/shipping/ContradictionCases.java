package io.orderflow.process.shipping;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.order.OrderStatus;
import io.orderflow.order.OrderView;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.Shipment;
import io.orderflow.shipping.ShipmentStatus;
import io.orderflow.shipping.ShippingService;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The cases of parcels about which the carrier contradicts itself, each with what it may cost. There is one case for
 * each parcel and kind.
 */
@Component
class ContradictionCases {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Seoul"));

    private final CaseRegister cases;
    private final OrderReading orders;
    private final ShippingService shipping;

    ContradictionCases(CaseRegister cases, OrderReading orders, ShippingService shipping) {
        this.cases = cases;
        this.orders = orders;
        this.shipping = shipping;
    }

    /**
     * Opens a case: the customer has a parcel, and the order or a person was told otherwise. What was done since then
     * stays.
     */
    void deliveredAfterAll(OrderNumber number, int attempt, Instant at) {
        OrderView order = order(number);
        List<Shipment> parcels = shipping.ofOrder(number);
        Shipment parcel = parcel(parcels, attempt);
        open(
                CaseKind.DELIVERED_AFTER_ALL,
                number,
                parcel,
                "The carrier says that parcel %s (attempt %d) of order %s was delivered at %s%s. %s"
                        .formatted(
                                parcel.trackingNumber(),
                                attempt,
                                number,
                                TIME.format(at),
                                parcel.status() == ShipmentStatus.CANCELLED ? ", although it was called off" : "",
                                isCalledOff(order, parcel) ? refunded(order) : sentTwice(order, parcels, attempt)));
    }

    /** Returns whether the order is called off, or will be because this parcel is. */
    private static boolean isCalledOff(OrderView order, Shipment parcel) {
        return parcel.status() == ShipmentStatus.CANCELLED
                || order.status() == OrderStatus.CANCELLED
                || order.status() == OrderStatus.REFUNDED
                || order.status() == OrderStatus.RETURNED;
    }

    private static String refunded(OrderView order) {
        return """
                The order is %s: %s of the %s paid were refunded, and the customer has the goods. It costs up to %s. Ask the customer \
                to send the goods back or to pay for them; if the pieces were counted back into stock, correct the count. Nothing of \
                this happens by itself.""".formatted(order.status(), order.refundedAmount(), order.paymentAmount(), order.paymentAmount());
    }

    private static String sentTwice(OrderView order, List<Shipment> parcels, int attempt) {
        String others = parcels.stream()
                .filter(parcel -> parcel.attempt() != attempt)
                .map(parcel ->
                        "%s (attempt %d) is %s".formatted(parcel.trackingNumber(), parcel.attempt(), parcel.status()))
                .collect(Collectors.joining(", "));
        return """
                The goods were sent again: %s. The order is %s, and the customer may have goods of %s twice, paid once. Have the carrier \
                bring the other parcel back, or ask the customer to send it back. When the carrier says that it brings the other \
                parcel back, the order counts as delivered; nothing else of this happens by itself.""".formatted(
                others.isEmpty() ? "the next parcel is being booked" : others, order.status(), order.paymentAmount());
    }

    /** Opens a case: the customer may have paid for goods that they do not have. */
    void notDeliveredAfterAll(OrderNumber number, int attempt, Instant at) {
        OrderView order = order(number);
        Shipment parcel = parcel(shipping.ofOrder(number), attempt);
        open(CaseKind.NOT_DELIVERED_AFTER_ALL, number, parcel, """
                The carrier says both that parcel %s (attempt %d) of order %s was delivered and that it was given up or came back, most \
                lately at %s. The order is %s: %s were paid, %s of them refunded. If the customer does not have the goods, it costs \
                them the rest. Ask the customer; what they do not have can be refunded as a return.""".formatted(
                        parcel.trackingNumber(),
                        attempt,
                        number,
                        TIME.format(at),
                        order.status(),
                        order.paymentAmount(),
                        order.refundedAmount()));
    }

    private void open(CaseKind kind, OrderNumber order, Shipment parcel, String words) {
        cases.open(new Finding(
                kind, parcel.trackingNumber(), Optional.of(order), words, "parcel=" + parcel.trackingNumber()));
    }

    private OrderView order(OrderNumber number) {
        return orders.find(number).orElseThrow(() -> new IllegalStateException("no order " + number));
    }

    private static Shipment parcel(List<Shipment> parcels, int attempt) {
        return parcels.stream()
                .filter(parcel -> parcel.attempt() == attempt)
                .findFirst()
                .orElseThrow();
    }
}
