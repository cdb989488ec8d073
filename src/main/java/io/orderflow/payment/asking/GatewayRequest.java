package io.orderflow.payment.asking;

import io.orderflow.payment.PaymentGateway;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;

/** A request to the gateway about one payment. */
sealed interface GatewayRequest {

    OrderNumber order();

    /** Returns the end of the claim under which the request is made; the end identifies the claim. */
    Instant claim();

    /** @param again whether the gateway may have been asked before; a look-up comes first then */
    record ChargeRequest(PaymentGateway.Charge charge, boolean again, Instant claim) implements GatewayRequest {

        @Override
        public OrderNumber order() {
            return charge.order();
        }
    }

    /** @param again whether the gateway may have been asked before; a look-up comes first then */
    record RefundRequest(PaymentGateway.Refund refund, boolean again, Instant claim) implements GatewayRequest {

        @Override
        public OrderNumber order() {
            return refund.order();
        }
    }

    /** A request to compare a payment with the gateway's books, when no charge or refund is outstanding. */
    record StandingRequest(OrderNumber order, Instant claim) implements GatewayRequest {}
}
