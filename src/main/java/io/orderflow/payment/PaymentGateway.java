package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves money. Calls are made outside of any transaction; any of them may be repeated under the same idempotency key.
 * No method throws for what the gateway or the network does: that is {@link Unknown}.
 */
public interface PaymentGateway {

    /** @param idempotencyKey stored with the charge: the gateway answers a repeat as it answered first */
    record Charge(OrderNumber order, String paymentKey, Money amount, String idempotencyKey) {}

    /**
     * @param id which refund; part of the reason that the gateway keeps, so that it is recognised there
     * @param held what the gateway still holds of the payment before this refund, by our ledger
     * @param idempotencyKey stored with the refund: the gateway answers a repeat as it answered first
     */
    record Refund(RefundId id, OrderNumber order, String paymentKey, Money amount, Money held, String idempotencyKey) {}

    /** What became of a charge; nothing else may be made of an answer, and {@link Unknown} is never a no. */
    sealed interface ChargeAnswer {}

    /** What became of a refund. */
    sealed interface RefundAnswer {}

    /** The money is ours. */
    record Approved(Instant at) implements ChargeAnswer {}

    /** A known, final no, with the gateway's code. */
    record Declined(String code) implements ChargeAnswer {}

    /** The money is back, under the gateway's reference. */
    record Refunded(String reference) implements RefundAnswer {}

    /** A known, final no: a person must act. */
    record Refused(String code, String message) implements RefundAnswer {}

    /** Looked up: the gateway knows nothing of it, or is not done with it. The same call may be made again. */
    record NotDone(String what) implements ChargeAnswer, RefundAnswer {}

    /** Neither yes nor no (yet), with what came back in words fit for ops. */
    record Unknown(String what) implements ChargeAnswer, RefundAnswer {}

    /** The call itself is wrong, which is our own fault: nobody is declined, and a person must act at once. */
    record OurFault(String code, String message) implements ChargeAnswer, RefundAnswer {}

    /** The gateway was not asked, because it has been failing: this was no try. */
    record NotAsked(String why) implements ChargeAnswer {}

    /**
     * A payment as the gateway knows it.
     *
     * @param charged won that came to us; zero while they have not
     * @param balance won of these that were not given back
     */
    record Standing(OrderNumber order, String paymentKey, String status, Money charged, Money balance) {}

    /** A movement of money in the gateway's books. {@code order} is whatever was given as the order's number. */
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
