package io.orderflow.process.telling;

import io.orderflow.notification.MessageFacts;
import io.orderflow.payment.PaymentService;
import io.orderflow.payment.RefundFacts;
import io.orderflow.process.OrderStep;
import io.orderflow.process.ProcessReferences;
import io.orderflow.returns.ReturnService;
import io.orderflow.returns.SendingBack;
import io.orderflow.shared.Money;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What a message to the customer says beside the order. Amounts come from the payments, never from the order. */
@Component
class MessageContents {

    private final ProcessReferences subjects;
    private final PaymentService payments;
    private final ReturnService returns;

    MessageContents(ProcessReferences subjects, PaymentService payments, ReturnService returns) {
        this.subjects = subjects;
        this.payments = payments;
        this.returns = returns;
    }

    /**
     * Returns what a message of this topic says.
     *
     * @throws IllegalStateException if the topic needs a charge that is not approved, a refund that is not settled, or
     *     the way back of a return that is not approved
     */
    MessageFacts of(String topic, DelegateExecution execution) {
        return switch (topic) {
            case "order-confirmed" -> MessageFacts.of(payments.charged(OrderStep.order(execution)));
            case "order-refunded", "return-refunded", "order-returned" -> refunded(subjects.refundIfAny(execution));
            case "refund-delayed" ->
                MessageFacts.of(payments.facts(subjects.refundOf(execution)).amount());
            case "return-approved" -> sendingBack(returns.sendingBack(subjects.returnOf(execution)));
            default -> MessageFacts.NONE;
        };
    }

    private static MessageFacts refunded(Optional<RefundFacts> made) {
        return made.map(refund -> switch (refund.status()) {
                    case DONE -> MessageFacts.of(refund.amount());
                    case SETTLED_OUTSIDE -> MessageFacts.ofOtherwise(refund.amount());
                    case REQUESTED, REFUSED ->
                        throw new IllegalStateException("refund " + refund.id() + " is not settled yet");
                })
                .orElseGet(() -> MessageFacts.of(Money.ZERO));
    }

    private static MessageFacts sendingBack(SendingBack how) {
        return MessageFacts.of(how.address(), how.until());
    }
}
