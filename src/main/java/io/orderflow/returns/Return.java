package io.orderflow.returns;

import static java.util.Objects.requireNonNull;

import io.orderflow.returns.terms.RefundAmount;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A stored return. Each method that changes it checks the present status; a method that finds its work done already
 * does nothing.
 */
@Entity
@Table(name = "return_request")
class Return {

    static final String NOTHING_ACCEPTED = "Nothing was accepted at inspection";

    @Id
    private String returnId;

    private @Nullable String requestKey;
    private String orderNumber;
    private String customerId;

    @Enumerated(EnumType.STRING)
    private ReturnStatus status = ReturnStatus.REQUESTED;

    @Enumerated(EnumType.STRING)
    private ReturnReason reason;

    @Column(name = "customer_comment")
    private @Nullable String comment;

    private long shippingFee;
    private long refundAmount;
    private String requestedBy;
    private Instant requestedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable String decisionReason;
    private @Nullable Instant receivedAt;
    private @Nullable String inspectedBy;
    private @Nullable Instant inspectedAt;
    private @Nullable Instant refundedAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "return_item", joinColumns = @JoinColumn(name = "return_id"))
    @OrderColumn(name = "line_number")
    @BatchSize(size = 100)
    private List<ReturnItem> items = new ArrayList<>();

    protected Return() {}

    Return(
            ReturnId id,
            CustomerId customer,
            RequestReturn wanted,
            List<ReturnItem> items,
            Money shippingFee,
            Instant now) {
        this.returnId = id.value();
        this.requestKey = wanted.requestKey();
        this.orderNumber = wanted.order().value();
        this.customerId = customer.value();
        this.reason = wanted.reason();
        this.comment = wanted.comment();
        this.items = new ArrayList<>(items);
        this.shippingFee = shippingFee.won();
        this.refundAmount = refundIfAllAccepted().won();
        this.requestedBy = wanted.by().name();
        this.requestedAt = now;
    }

    boolean wasRequestedBefore(Instant time) {
        return requestedAt.isBefore(time);
    }

    void forgetRequest() {
        requestKey = null;
    }

    // ---- deciding

    void approve(Actor by, @Nullable String why, Instant now) {
        if (status == ReturnStatus.APPROVED || inspectedAt != null) {
            return;
        }
        require(ReturnStatus.REQUESTED);
        become(ReturnStatus.APPROVED, by, why, now);
    }

    /** Returns when the return was approved. */
    Instant approvedAt() {
        require(ReturnStatus.APPROVED);
        return requireNonNull(decidedAt);
    }

    void reject(Actor by, String why, Instant now) {
        reject(ReturnStatus.REQUESTED, by, why, now);
    }

    /** Rejects a return that was approved, because no goods came back. */
    void nothingCame(Actor by, String why, Instant now) {
        if (inspectedAt != null) {
            throw new IllegalStateException("the goods of return " + returnId + " have been inspected");
        }
        reject(ReturnStatus.APPROVED, by, why, now);
    }

    private void reject(ReturnStatus from, Actor by, String why, Instant now) {
        if (status == ReturnStatus.REJECTED && inspectedAt == null) {
            return;
        }
        require(from);
        become(ReturnStatus.REJECTED, by, why, now);
        refundAmount = 0;
    }

    private void become(ReturnStatus decision, Actor by, @Nullable String why, Instant now) {
        status = decision;
        decidedBy = by.name();
        decidedAt = now;
        decisionReason = why;
    }

    /** Stores that the goods have come back. A repeated call has no effect. */
    void goodsCame(Instant now) {
        if (receivedAt != null || inspectedAt != null) {
            return;
        }
        require(ReturnStatus.APPROVED);
        receivedAt = now;
    }

    // ---- inspecting and refunding

    /**
     * Stores the results of the inspection, and the refund that follows. If nothing was accepted, the return is
     * rejected.
     */
    void inspect(Inspection found, Actor by, Instant now) {
        if (inspectedAt != null) {
            found.requireSame(items);
            return;
        }
        require(ReturnStatus.APPROVED);
        found.enter(items);
        inspectedBy = by.name();
        inspectedAt = now;
        refundAmount = worth(ReturnItem::accepted).won();
        if (items.stream().allMatch(item -> item.accepted() == 0)) {
            become(ReturnStatus.REJECTED, by, NOTHING_ACCEPTED, now);
        }
    }

    Refundable refundable() {
        return new Refundable(
                order(),
                items.stream()
                        .filter(item -> item.accepted() > 0)
                        .map(ReturnItem::goods)
                        .toList(),
                new Money(refundAmount),
                inspectedAt == null ? Money.ZERO : paidFor(ReturnItem::accepted).minus(new Money(refundAmount)));
    }

    void refunded(Instant now) {
        if (status == ReturnStatus.REFUNDED || status == ReturnStatus.REJECTED && inspectedAt != null) {
            return;
        }
        require(ReturnStatus.APPROVED);
        if (inspectedAt == null) {
            throw new IllegalStateException("the goods of return " + returnId + " have not been inspected");
        }
        status = ReturnStatus.REFUNDED;
        refundedAt = now;
    }

    private void require(ReturnStatus expected) {
        if (status != expected) {
            throw new IllegalStateException("return " + returnId + " is " + status + ", not " + expected);
        }
    }

    // ---- reading

    private Money refundIfAllAccepted() {
        return worth(ReturnItem::quantity);
    }

    private Money worth(ToIntFunction<ReturnItem> pieces) {
        return RefundAmount.lessFee(paidFor(pieces), new Money(shippingFee));
    }

    private Money paidFor(ToIntFunction<ReturnItem> pieces) {
        return items.stream().map(item -> item.worth(pieces.applyAsInt(item))).reduce(Money.ZERO, Money::plus);
    }

    OpenReturn open() {
        return new OpenReturn(order(), id(), stage());
    }

    private OpenReturn.Stage stage() {
        if (status == ReturnStatus.REQUESTED) {
            return OpenReturn.Stage.TO_DECIDE;
        }
        if (inspectedAt != null) {
            return OpenReturn.Stage.TO_REFUND;
        }
        return receivedAt == null ? OpenReturn.Stage.TO_RECEIVE : OpenReturn.Stage.TO_INSPECT;
    }

    ReturnId id() {
        return new ReturnId(returnId);
    }

    OrderNumber order() {
        return new OrderNumber(orderNumber);
    }

    String customerId() {
        return customerId;
    }

    /** @param deliveredAt when the order was delivered; null if it was not */
    ReturnFacts facts(ReturnWindows windows, @Nullable Instant deliveredAt, long earlierReturns) {
        return new ReturnFacts(
                id(),
                order(),
                new CustomerId(customerId),
                status,
                reason,
                comment,
                items.stream().map(ReturnItem::facts).toList(),
                refundIfAllAccepted(),
                requestedAt,
                windows.at(deliveredAt, requestedAt),
                deliveredAt == null ? null : windows.until(reason, deliveredAt),
                earlierReturns);
    }

    ReturnView view() {
        return new ReturnView(
                id(),
                order(),
                status,
                reason,
                comment,
                items.stream().map(ReturnItem::view).toList(),
                new Money(refundAmount),
                requestedAt,
                decidedBy == null ? null : new Actor(decidedBy),
                decidedAt,
                decisionReason,
                receivedAt,
                inspectedBy == null ? null : new Actor(inspectedBy),
                inspectedAt,
                refundedAt);
    }
}
