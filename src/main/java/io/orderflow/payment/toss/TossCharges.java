package io.orderflow.payment.toss;

import io.orderflow.payment.PaymentGateway.Approved;
import io.orderflow.payment.PaymentGateway.Charge;
import io.orderflow.payment.PaymentGateway.ChargeAnswer;
import io.orderflow.payment.PaymentGateway.Declined;
import io.orderflow.payment.PaymentGateway.NotAsked;
import io.orderflow.payment.PaymentGateway.NotDone;
import io.orderflow.payment.PaymentGateway.OurFault;
import io.orderflow.payment.PaymentGateway.Unknown;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The adapter that asks Toss Payments for charges. An approval counts only if order, key and amount are ours; a decline
 * counts only if its code is known to be final.
 */
class TossCharges {

    private final TossClient client;
    private final TossBreaker breaker;
    private final TossSettings settings;
    private final Clock clock;

    TossCharges(TossClient client, TossBreaker breaker, TossSettings settings, Clock clock) {
        this.client = client;
        this.breaker = breaker;
        this.settings = settings;
        this.clock = clock;
    }

    ChargeAnswer charge(Charge charge) {
        TossDeadline deadline = TossDeadline.in(settings.callTime());
        Map<String, Object> body = Map.of(
                "paymentKey",
                charge.paymentKey(),
                "orderId",
                charge.order().value(),
                "amount",
                charge.amount().won());
        Optional<TossAnswer> answer =
                breaker.ask(() -> client.post(TossPath.CONFIRM, body, charge.idempotencyKey(), deadline));
        return answer.map(given -> judge(charge, given, deadline))
                .orElseGet(() -> new NotAsked("the gateway has been failing"));
    }

    private ChargeAnswer confirmed(Charge charge, TossPayment payment) {
        return isOurs(charge, payment) && payment.status().equals("DONE")
                ? approved(payment)
                : new Unknown("HTTP 200 that confirms something else: " + payment.words());
    }

    private ChargeAnswer judge(Charge charge, TossAnswer answer, TossDeadline deadline) {
        if (answer.isOk()) {
            return confirmed(charge, TossPayment.of(answer.body()));
        }
        return switch (TossErrorMeaning.onCharge(answer.code())) {
            case DECLINED -> new Declined(answer.code());
            case OURS -> new OurFault(answer.code(), answer.message());
            case LOOK_UP -> processedBefore(charge, answer, deadline);
            default -> new Unknown(answer.words());
        };
    }

    private ChargeAnswer processedBefore(Charge charge, TossAnswer answer, TossDeadline deadline) {
        ChargeAnswer found = lookUp(charge, deadline.orIn(settings.lookUpTime()));
        return found instanceof NotDone notDone
                ? new Unknown(answer.words() + "; looked up: " + notDone.what())
                : found;
    }

    ChargeAnswer lookUp(Charge charge) {
        return lookUp(charge, TossDeadline.in(settings.lookUpTime()));
    }

    private ChargeAnswer lookUp(Charge charge, TossDeadline deadline) {
        TossLookUp byKey = TossLookUp.of(client.get(TossPath.payment(charge.paymentKey()), deadline));
        return byKey instanceof TossLookUp.Absent
                ? answerByOrder(charge, TossLookUp.of(client.get(TossPath.order(charge.order()), deadline)))
                : answer(charge, byKey);
    }

    /**
     * Judges a payment that was found by its order. A buyer may have opened the payment window twice, so a payment
     * under another key, without money, says nothing about this charge.
     */
    private ChargeAnswer answerByOrder(Charge charge, TossLookUp reading) {
        return reading instanceof TossLookUp.Found found && isMoneylessUnderAnotherKey(charge, found.payment())
                ? new NotDone("the gateway knows the order under another payment key only: "
                        + found.payment().words())
                : answer(charge, reading);
    }

    private static boolean isMoneylessUnderAnotherKey(Charge charge, TossPayment payment) {
        return charge.order().value().equals(payment.orderId())
                && !charge.paymentKey().equals(payment.paymentKey())
                && (payment.isOver() || payment.isUnderWay());
    }

    private ChargeAnswer answer(Charge charge, TossLookUp reading) {
        if (reading instanceof TossLookUp.Found found) {
            return answer(charge, found.payment());
        }
        if (reading instanceof TossLookUp.Absent absent) {
            return new NotDone("the gateway knows no such payment: " + absent.words());
        }
        return reading instanceof TossLookUp.Wrong wrong
                ? new OurFault(wrong.code(), wrong.message())
                : new Unknown("looked up: " + ((TossLookUp.Unclear) reading).words());
    }

    private ChargeAnswer answer(Charge charge, TossPayment payment) {
        if (!isOurs(charge, payment)) {
            return new Unknown("looked up, and found something else: " + payment.words());
        }
        if (payment.isPaid()) {
            return approved(payment);
        }
        if (payment.isOver()) {
            return new Declined(payment.whyOver());
        }
        return payment.isUnderWay()
                ? new NotDone("no money yet: " + payment.words())
                : new Unknown("looked up: " + payment.words());
    }

    private static boolean isOurs(Charge charge, TossPayment payment) {
        return payment.isOf(charge.order(), charge.paymentKey())
                && Long.valueOf(charge.amount().won()).equals(payment.totalAmount());
    }

    private Approved approved(TossPayment payment) {
        Instant at = payment.approvedAt();
        return new Approved(at == null ? clock.instant() : at);
    }
}
