package io.orderflow.returns;

import io.orderflow.shared.Money;
import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code orders}.
 *
 * @param returnShippingFee won, kept once per return from the refund if the customer has changed their mind
 * @param idempotencyRetention how long a repeat under the same idempotency key finds the first return
 * @param returnWindow the return window for any reason: an ISO-8601 period or duration
 * @param returnWindowDefective the return window for goods that are defective or not the ordered ones
 * @param returnAddress the address to which returned goods are sent, in words for the customer, 1 to 500 characters;
 *     null if customers are told by other means
 * @param returnSendWithin how long after the approval the goods must be sent: an ISO-8601 period or duration
 */
@ConfigurationProperties("orders")
record ReturnSettings(
        @DefaultValue("0") long returnShippingFee,
        @DefaultValue("P1D") Duration idempotencyRetention,
        @DefaultValue("P7D") String returnWindow,
        @DefaultValue("P3M") String returnWindowDefective,
        @Nullable String returnAddress,
        @DefaultValue("P14D") String returnSendWithin) {

    ReturnSettings {
        UnfitSetting.unless(returnShippingFee >= 0, "orders.return-shipping-fee", "must not be negative");
        UnfitSetting.unless(
                returnAddress == null || !returnAddress.isBlank() && returnAddress.length() <= 500,
                "orders.return-address",
                "must be 1 to 500 characters, not blank");
    }

    /** Returns the shipping fee, which only a customer pays who has changed their mind. */
    Money feeFor(ReturnReason reason) {
        return reason == ReturnReason.CHANGE_OF_MIND ? Money.won(returnShippingFee) : Money.ZERO;
    }
}
