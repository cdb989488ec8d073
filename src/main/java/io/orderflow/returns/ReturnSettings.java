package io.orderflow.returns;

import io.orderflow.shared.Money;
import io.orderflow.shared.UnfitSetting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orders}.
 *
 * @param returnShippingFee won, kept back once per return from the refund when the customer changed their mind
 * @param idempotencyRetention how long a repeated request finds its first return
 * @param returnWindow how long after delivery goods can come back for any reason: an ISO-8601 period or duration
 * @param returnWindowDefective the same for goods that are defective or not what was ordered
 * @param returnAddress where returned goods are to be sent, in words for the customer, 1 to 500 characters; null:
 *     customers are told by other means
 * @param returnSendWithin how long after approval goods are to be sent: an ISO-8601 period or duration
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

    /** Only who changes their mind pays for sending it back. */
    Money feeFor(ReturnReason reason) {
        return reason == ReturnReason.CHANGE_OF_MIND ? Money.won(returnShippingFee) : Money.ZERO;
    }
}
