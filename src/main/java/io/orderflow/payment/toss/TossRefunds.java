package io.orderflow.payment.toss;

import static java.util.Objects.requireNonNull;

import io.orderflow.payment.PaymentGateway.NotDone;
import io.orderflow.payment.PaymentGateway.OurFault;
import io.orderflow.payment.PaymentGateway.Refund;
import io.orderflow.payment.PaymentGateway.RefundAnswer;
import io.orderflow.payment.PaymentGateway.Refunded;
import io.orderflow.payment.PaymentGateway.Refused;
import io.orderflow.payment.PaymentGateway.Unknown;
import java.util.Map;
import java.util.Optional;

/**
 * The adapter that asks Toss Payments for refunds. A request always names the amount, and puts the refund's id into the
 * reason, by which a look-up recognises it.
 */
class TossRefunds {

    private final TossClient client;
    private final TossSettings settings;

    TossRefunds(TossClient client, TossSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    RefundAnswer refund(Refund refund) {
        TossDeadline deadline = TossDeadline.in(settings.callTime());
        Map<String, Object> body = Map.of(
                "cancelReason",
                "Refund " + refund.id(),
                "cancelAmount",
                refund.amount().won());
        TossAnswer answer = client.post(TossPath.cancel(refund.paymentKey()), body, refund.idempotencyKey(), deadline);
        if (answer.isOk()) {
            return cancelled(refund, TossPayment.of(answer.body()));
        }
        return switch (TossErrorMeaning.onRefund(answer.code())) {
            case REFUSED -> new Refused(answer.code(), answer.message());
            case OURS -> new OurFault(answer.code(), answer.message());
            case LOOK_UP -> doneBefore(refund, answer, deadline);
            default -> new Unknown(answer.words());
        };
    }

    /**
     * Judges an answer of success by the balance. An answer that Toss repeats for the same idempotency key has the
     * balance of the first time, and so has our request.
     */
    private static RefundAnswer cancelled(Refund refund, TossPayment payment) {
        Long rest = refund.held().won() - refund.amount().won();
        return isOurs(refund, payment) && rest.equals(payment.balanceAmount())
                ? recognised(refund, payment).orElseGet(() -> unclear("HTTP 200 without this refund", refund, payment))
                : unclear("HTTP 200 that does not fit", refund, payment);
    }

    private RefundAnswer doneBefore(Refund refund, TossAnswer answer, TossDeadline deadline) {
        RefundAnswer found = lookUp(refund, deadline.orIn(settings.lookUpTime()));
        return found instanceof NotDone notDone
                ? new Unknown(answer.words() + "; looked up: " + notDone.what())
                : found;
    }

    RefundAnswer lookUp(Refund refund) {
        return lookUp(refund, TossDeadline.in(settings.lookUpTime()));
    }

    private RefundAnswer lookUp(Refund refund, TossDeadline deadline) {
        TossLookUp reading = TossLookUp.of(client.get(TossPath.payment(refund.paymentKey()), deadline));
        if (reading instanceof TossLookUp.Found found) {
            return answer(refund, found.payment());
        }
        if (reading instanceof TossLookUp.Wrong wrong) {
            return new OurFault(wrong.code(), wrong.message());
        }
        return new Unknown("looked up: "
                + (reading instanceof TossLookUp.Absent absent
                        ? "the gateway does not know the payment: " + absent.words()
                        : ((TossLookUp.Unclear) reading).words()));
    }

    private static RefundAnswer answer(Refund refund, TossPayment payment) {
        if (!isOurs(refund, payment)) {
            return unclear("looked up, and found something else", refund, payment);
        }
        return recognised(refund, payment)
                .orElseGet(() -> Long.valueOf(refund.held().won()).equals(payment.balanceAmount())
                        ? new NotDone("the gateway has not refunded it: " + payment.words())
                        : unclear("looked up: not refunded, but the balance differs", refund, payment));
    }

    /** Finds the refund among the payment's cancels; empty if none has its id. */
    private static Optional<RefundAnswer> recognised(Refund refund, TossPayment payment) {
        return payment.cancels().stream()
                .filter(cancel -> cancel.isOf(refund.id()))
                .findFirst()
                .map(cancel ->
                        cancel.isDone() && Long.valueOf(refund.amount().won()).equals(cancel.amount())
                                ? new Refunded(requireNonNull(cancel.transactionKey()))
                                : unclear(
                                        "a cancel of this id, of %s won and status %s"
                                                .formatted(cancel.amount(), cancel.status()),
                                        refund,
                                        payment));
    }

    /**
     * Whether the payment is ours. Its total never changes, so it is at least the money that our ledger still holds.
     */
    private static boolean isOurs(Refund refund, TossPayment payment) {
        return payment.isOf(refund.order(), refund.paymentKey())
                && payment.totalAmount() != null
                && payment.totalAmount() >= refund.held().won();
    }

    private static Unknown unclear(String what, Refund refund, TossPayment payment) {
        return new Unknown("%s: refund %s of %d won out of %d won held; the gateway: %s"
                .formatted(
                        what, refund.id(), refund.amount().won(), refund.held().won(), payment.words()));
    }
}
