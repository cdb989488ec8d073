package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port to the payment gateway, which moves the money. Calls are made outside of any transaction, and any of them
 * may be repeated under the same idempotency key. A failure of the gateway or of the network is no exception but the
 * answer {@link Unknown}; only the methods that read the gateway's books throw.
 */
public interface PaymentGateway {

    /**
     * A request for the money of an order.
     *
     * @param idempotencyKey the key that is stored with the charge; the gateway answers a repeat under it as the first
     *     time
     */
    record Charge(OrderNumber order, String paymentKey, Money amount, String idempotencyKey) {}

    /**
     * A request to give money back.
     *
     * @param id the refund's id, which is put into the reason that the gateway keeps, so that a look-up recognises it
     * @param held the money that the gateway still holds of the payment before this refund, by our ledger
     * @param idempotencyKey the key that is stored with the refund; the gateway answers a repeat under it as the first
     *     time
     */
    record Refund(RefundId id, OrderNumber order, String paymentKey, Money amount, Money held, String idempotencyKey) {}

    /** The outcome of a charge. {@link Unknown} must never be treated as a refusal. */
    sealed interface ChargeAnswer {}

    /** The outcome of a refund. */
    sealed interface RefundAnswer {}

    /** The gateway has taken the money for us. */
    record Approved(Instant at) implements ChargeAnswer {}

    /** The gateway has refused the charge for good, with its decline code. */
    record Declined(String code) implements ChargeAnswer {}

    /** The money has been given back, under the gateway's reference. */
    record Refunded(String reference) implements RefundAnswer {}

    /** The gateway has refused the refund for good; a person must act. */
    record Refused(String code, String message) implements RefundAnswer {}

    /** A look-up found that the gateway does not know the request, or has not finished it. It may be made again. */
    record NotDone(String what) implements ChargeAnswer, RefundAnswer {}

    /** The outcome is not known (yet). The words say what came back, and may be shown to ops. */
    record Unknown(String what) implements ChargeAnswer, RefundAnswer {}

    /** The request itself is wrong, which is our own fault: nobody is declined, and a person must act at once. */
    record OurFault(String code, String message) implements ChargeAnswer, RefundAnswer {}

    /** The gateway was not asked, because it has been failing. This does not count as an attempt. */
    record NotAsked(String why) implements ChargeAnswer {}

    /**
     * A payment as the gateway knows it.
     *
     * @param charged the money that was taken for us; zero before that
     * @param balance the part of it that was not given back
     */
    record Standing(OrderNumber order, String paymentKey, String status, Money charged, Money balance) {}

    /**
     * A movement of money in the gateway's books.
     *
     * @param order the text that was given to the gateway as the order's number; null if there was none
     */
    record Movement(
            String key, String paymentKey, @Nullable String order, Direction direction, Money amount, Instant at) {}

    enum Direction {
        CHARGE,
        REFUND
    }

    /** Asks for the money. Never {@link NotDone}. */
    ChargeAnswer charge(Charge charge);

    /** Reads what became of a charge that was asked for before. Never {@link NotAsked}. */
    ChargeAnswer lookUp(Charge charge);

    /** Asks for money to be given back. Never {@link NotDone}. */
    RefundAnswer refund(Refund refund);

    /** Reads what became of a refund that was asked for before. */
    RefundAnswer lookUp(Refund refund);

    /** Whether charges are worth asking for just now; look-ups and refunds always are. */
    default boolean takesCharges() {
        return true;
    }

    /** The longest that a look-up and the call after it may take together. */
    Duration patience();

    /** Whether the gateway keeps books that can be read: without them there is nothing to reconcile with. */
    default boolean keepsBooks() {
        return false;
    }

    /**
     * Reads one payment.
     *
     * @return empty when the gateway does not know it
     * @throws GatewayUnavailable when that could not be found out
     */
    default Optional<Standing> standing(OrderNumber order, String paymentKey) {
        throw new GatewayUnavailable("this gateway keeps no books");
    }

    /**
     * Reads all movements of money in a period, in any order.
     *
     * @param from inclusive
     * @param to exclusive
     * @throws GatewayUnavailable when they could not be read in full
     */
    default List<Movement> movements(Instant from, Instant to) {
        throw new GatewayUnavailable("this gateway keeps no books");
    }
}
