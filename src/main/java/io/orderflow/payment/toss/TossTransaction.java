package io.orderflow.payment.toss;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.payment.GatewayUnavailable;
import io.orderflow.payment.PaymentGateway.Direction;
import io.orderflow.payment.PaymentGateway.Movement;
import io.orderflow.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of Toss's books. Its status tells the direction of the money, because the sign of the amount is not
 * documented.
 */
record TossTransaction(
        String key,
        @Nullable String paymentKey,
        @Nullable String order,
        String status,
        JsonNode amount,
        @Nullable Instant at) {

    private static final Set<String> REFUNDS = Set.of("CANCELED", "PARTIAL_CANCELED");
    private static final Set<String> NO_MONEY =
            Set.of("READY", "IN_PROGRESS", "WAITING_FOR_DEPOSIT", "ABORTED", "EXPIRED");

    /** @throws GatewayUnavailable if the entry has no key */
    static TossTransaction of(JsonNode json) {
        String key = json.path("transactionKey").asText("");
        if (key.isBlank()) {
            throw new GatewayUnavailable("Toss told a transaction without its key");
        }
        return new TossTransaction(
                key,
                json.path("paymentKey").textValue(),
                json.path("orderId").textValue(),
                json.path("status").asText(""),
                json.path("amount"),
                TossPayment.time(json.path("transactionAt")));
    }

    /**
     * Returns the movement of money; empty if the entry moved none.
     *
     * @throws GatewayUnavailable if the entry cannot be understood
     */
    Optional<Movement> movement() {
        if (NO_MONEY.contains(status)) {
            return Optional.empty();
        }
        boolean known = status.equals("DONE") || REFUNDS.contains(status);
        if (!known || at == null || paymentKey == null || !amount.isNumber()) {
            throw new GatewayUnavailable("Toss told a transaction that is not to be understood: " + key);
        }
        Direction direction = REFUNDS.contains(status) ? Direction.REFUND : Direction.CHARGE;
        return Optional.of(new Movement(key, paymentKey, order, direction, new Money(won()), at));
    }

    private long won() {
        try {
            BigDecimal told = amount.decimalValue();
            return told.abs().longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new GatewayUnavailable("Toss told a transaction of no whole amount: " + key);
        }
    }
}
