package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;

/** What there is to ask the gateway about one payment. */
sealed interface Talk {

    OrderNumber order();

    /** @param again whether the gateway may have been asked before: then it is first looked up what became of that */
    record AboutCharge(PaymentGateway.Charge charge, boolean again) implements Talk {

        @Override
        public OrderNumber order() {
            return charge.order();
        }
    }

    /** @param again whether the gateway may have been asked before: then it is first looked up what became of that */
    record AboutRefund(PaymentGateway.Refund refund, boolean again) implements Talk {

        @Override
        public OrderNumber order() {
            return refund.order();
        }
    }

    /** Nothing is outstanding: does the gateway know the payment as we do? */
    record AboutStanding(OrderNumber order) implements Talk {}
}
