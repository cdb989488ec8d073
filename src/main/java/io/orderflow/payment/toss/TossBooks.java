package io.orderflow.payment.toss;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway.Movement;
import io.orderflow.payment.PaymentGateway.Standing;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A reader of the books of Toss Payments. If a part of them cannot be read, it throws {@link GatewayUnavailable}. */
class TossBooks {

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneId.of("Asia/Seoul"));
    /** The number of transactions on a page. Such a page stays well below the longest body that is read. */
    static final int PAGE = 500;

    private static final int MOST_PAGES = 2_000;

    private final TossClient client;
    private final TossSettings settings;

    TossBooks(TossClient client, TossSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    Optional<Standing> standing(OrderNumber order, String paymentKey) {
        TossDeadline deadline = TossDeadline.in(settings.lookUpTime());
        TossLookUp reading = TossLookUp.of(client.get(TossPath.payment(paymentKey), deadline));
        if (reading instanceof TossLookUp.Absent) {
            reading = TossLookUp.of(client.get(TossPath.order(order), deadline));
        }
        if (reading instanceof TossLookUp.Absent) {
            return Optional.empty();
        }
        if (reading instanceof TossLookUp.Found found) {
            return Optional.of(standing(found.payment()));
        }
        throw new GatewayUnavailable("Toss could not be read about order " + order + ": " + reading);
    }

    private static Standing standing(TossPayment payment) {
        boolean known = payment.isPaid()
                || payment.isOver()
                || payment.isUnderWay()
                || payment.status().equals("CANCELED");
        if (!known
                || payment.paymentKey() == null
                || payment.orderId() == null
                || payment.totalAmount() == null
                || payment.isPaid() && payment.balanceAmount() == null) {
            throw new GatewayUnavailable("Toss told an incomplete payment: " + payment.words());
        }
        try {
            return new Standing(
                    new OrderNumber(payment.orderId()),
                    payment.paymentKey(),
                    payment.status(),
                    payment.isPaid() ? new Money(payment.totalAmount()) : Money.ZERO,
                    payment.isPaid() ? new Money(requireNonNull(payment.balanceAmount())) : Money.ZERO);
        } catch (IllegalArgumentException e) {
            throw new GatewayUnavailable("Toss told a payment of no order: " + payment.words());
        }
    }

    /**
     * Reads the movements of a period. It asks for a second more at both ends, because Toss does not say whether they
     * are inclusive, and keeps those within the period.
     */
    List<Movement> movements(Instant from, Instant to) {
        String period = "startDate=%s&endDate=%s&limit=%d"
                .formatted(local(from.minusSeconds(1)), local(to.plusSeconds(1)), PAGE);
        Map<String, TossTransaction> read = new HashMap<>();
        String query = period;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            List<TossTransaction> page = page(query);
            if (page.isEmpty()) {
                return read.values().stream()
                        .flatMap(it -> it.movement().stream())
                        .filter(it -> !it.at().isBefore(from) && it.at().isBefore(to))
                        .toList();
            }
            int before = read.size();
            page.forEach(it -> read.put(it.key(), it));
            if (read.size() == before) {
                break;
            }
            query = period + "&startingAfter="
                    + TossPath.encode(page.get(page.size() - 1).key());
        }
        throw new GatewayUnavailable("Toss's transactions do not come to an end after " + read.size());
    }

    /**
     * Reads one page. Only an empty page means the end: Toss may send fewer transactions than the limit on any page.
     */
    private List<TossTransaction> page(String query) {
        TossAnswer answer = client.get(TossPath.transactions(query), TossDeadline.in(settings.callTime()));
        if (!answer.isOk() || !answer.body().isArray()) {
            throw new GatewayUnavailable("Toss's transactions could not be read: " + answer.words());
        }
        List<TossTransaction> page = new ArrayList<>();
        for (JsonNode transaction : answer.body()) {
            page.add(TossTransaction.of(transaction));
        }
        return page;
    }

    private static String local(Instant time) {
        return LOCAL_TIME.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
