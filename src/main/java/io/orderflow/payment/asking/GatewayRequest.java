package io.orderflow.payment.asking;

import io.orderflow.payment.PaymentGateway;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/** What there is to ask the gateway about one payment. */
sealed interface GatewayRequest {

    OrderNumber order();

    /** The end of the claim under which it is asked, by which the claim is known. */
    Instant claim();

    /** @param again whether the gateway may have been asked before: then it is first looked up what became of that */
    record ChargeRequest(PaymentGateway.Charge charge, boolean again, Instant claim) implements GatewayRequest {

        @Override
        public OrderNumber order() {
            return charge.order();
        }
    }

    /** @param again whether the gateway may have been asked before: then it is first looked up what became of that */
    record RefundRequest(PaymentGateway.Refund refund, boolean again, Instant claim) implements GatewayRequest {

        @Override
        public OrderNumber order() {
            return refund.order();
        }
    }

    /** Nothing is outstanding: does the gateway know the payment as we do? */
    record StandingRequest(OrderNumber order, Instant claim) implements GatewayRequest {}
}
