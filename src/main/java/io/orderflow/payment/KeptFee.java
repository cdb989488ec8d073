package io.orderflow.payment;

import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A part of a charge that the shop keeps when the rest is refunded, unless the whole charge is refunded later. */
@Entity
@Table(name = "kept_fee")
class KeptFee {

    @Id
    private String refundId;

    private String orderNumber;
    private long amount;
    private Instant keptAt;
    private @Nullable Instant givenBackAt;

    @Version
    private @Nullable Long version;

    protected KeptFee() {}

    KeptFee(RefundId from, OrderNumber order, Money amount, Instant now) {
        this.refundId = from.value();
        this.orderNumber = order.value();
        this.amount = amount.won();
        this.keptAt = now;
    }

    Money amount() {
        return new Money(amount);
    }

    /** Marks the fee as refunded with the rest of the charge. A repeated call has no effect. */
    void giveBack(Instant now) {
        givenBackAt = givenBackAt == null ? now : givenBackAt;
    }
}
