package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/** Moves money. Calls are made without holding a row lock, and any of them may be repeated under the same idempotency key. */
interface PaymentGateway {

    /** @param idempotencyKey stored with the intent: the gateway answers a repeat as it answered first */
    record Charge(OrderNumber order, String paymentKey, Money amount, String idempotencyKey) {}

    /** @param idempotencyKey stored with the intent: the gateway answers a repeat as it answered first */
    record Refund(OrderNumber order, String paymentKey, Money amount, String reason, String idempotencyKey) {}

    /** One of three: nothing else may be made of an answer, and {@link Unknown} is never a no. */
    sealed interface ChargeAnswer {}

    /** The money is ours. */
    record Approved(Instant at) implements ChargeAnswer {}

    /** A known, final no, with the gateway's code. */
    record Declined(String code) implements ChargeAnswer {}

    /** One of three, as for a charge. */
    sealed interface RefundAnswer {}

    /** The money is back, under the gateway's reference. */
    record Refunded(String reference) implements RefundAnswer {}

    /** A known, final no: a person must act. */
    record Refused(String code, String message) implements RefundAnswer {}

    /** Neither yes nor no (yet), with what came back in words fit for ops. */
    record Unknown(String what) implements ChargeAnswer, RefundAnswer {}

    ChargeAnswer charge(Charge charge);

    RefundAnswer refund(Refund refund);
}
