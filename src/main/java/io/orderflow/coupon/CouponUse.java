package io.orderflow.coupon;

import io.orderflow.shared.CouponCode;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.data.domain.Persistable;

/** That an order holds a coupon. Written and removed only while the coupon's row is locked. */
@Entity
@Table(name = "coupon_use")
class CouponUse implements Persistable<String> {

    @Id
    private String orderNumber;
    private String code;
    private Instant usedAt;

    /** Saves the select that would otherwise precede the insert. */
    @Transient
    private boolean unsaved = true;

    protected CouponUse() {}

    CouponUse(OrderNumber order, CouponCode code, Instant usedAt) {
        this.orderNumber = order.value();
        this.code = code.value();
        this.usedAt = usedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public String getId() {
        return orderNumber;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    @PostLoad
    @PostPersist
    void saved() {
        unsaved = false;
    }
}
