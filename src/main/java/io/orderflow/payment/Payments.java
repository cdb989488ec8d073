package io.orderflow.payment;

import io.orderflow.shared.OrderNumber;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The repository of charges and refunds. A charge and its refunds are changed only while the charge's row is locked.
 */
@Component
public class Payments {

    private static final String DUE = """
            select c.orderNumber from ChargeIntent c
            where c.nextAttemptAt <= :now and (c.claimedUntil is null or c.claimedUntil <= :now) and %s
            order by c.nextAttemptAt""";
    private static final String FRESH = "c.status = REQUESTED and c.attempts.begun = 0";

    private final EntityManager entities;

    Payments(EntityManager entities) {
        this.entities = entities;
    }

    /** Returns the charge, and locks its row until the transaction ends. */
    public Optional<ChargeIntent> lock(OrderNumber order) {
        return Optional.ofNullable(entities.find(ChargeIntent.class, order.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<ChargeIntent> charge(OrderNumber order) {
        return Optional.ofNullable(entities.find(ChargeIntent.class, order.value()));
    }

    public Optional<RefundIntent> refund(RefundId id) {
        return Optional.ofNullable(entities.find(RefundIntent.class, id.value()));
    }

    /** Returns the refund that waits for the gateway's answer; an order has at most one. */
    public Optional<RefundIntent> openRefund(OrderNumber order) {
        return refundsOf(order).stream().filter(RefundIntent::isOpen).findFirst();
    }

    public List<RefundIntent> refundsOf(OrderNumber order) {
        return entities.createQuery(
                        "from RefundIntent r where r.orderNumber = :order order by r.requestedAt, r.refundId",
                        RefundIntent.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    Optional<KeptFee> fee(RefundId from) {
        return Optional.ofNullable(entities.find(KeptFee.class, from.value()));
    }

    /** Returns the fees that are kept of the order and have not been given back. */
    List<KeptFee> feesOf(OrderNumber order) {
        return entities.createQuery(
                        "from KeptFee f where f.orderNumber = :order and f.givenBackAt is null", KeptFee.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** A refund that is late, and its order. */
    public record Late(RefundId refund, OrderNumber order) {}

    /** Returns the refunds that are late and not noted as late yet, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Late> late(Instant now) {
        return entities
                .createQuery(
                        "select r.refundId, r.orderNumber from RefundIntent r where r.lateFrom <= :now order by r.lateFrom",
                        Object[].class)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(row -> new Late(new RefundId((String) row[0]), new OrderNumber((String) row[1])))
                .toList();
    }

    void add(Object intent) {
        entities.persist(intent);
    }

    /** Returns orders whose charge is due and was never asked for, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<OrderNumber> dueFirst(Instant now, int limit) {
        return due(FRESH, now, limit);
    }

    /** Returns orders about which the gateway must be asked again or for a refund, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<OrderNumber> dueAgain(Instant now, int limit) {
        return due("not (" + FRESH + ")", now, limit);
    }

    private List<OrderNumber> due(String lane, Instant now, int limit) {
        return entities
                .createQuery(DUE.formatted(lane), String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(OrderNumber::new)
                .toList();
    }
}
