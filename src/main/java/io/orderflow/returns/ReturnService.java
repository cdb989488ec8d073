package io.orderflow.returns;

import io.orderflow.returns.ReturnNotPossible.Cause;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.VisibleText;
import io.orderflow.shared.transactions.RepeatedTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The service for returns, from the request to the refund. An order has one open return at most. Steps of the process
 * may be repeated: a step that finds its work done changes nothing. A step that is not allowed in the present status,
 * or for a return that does not exist, throws an {@link IllegalStateException}.
 */
@Service
@Transactional(rollbackFor = Exception.class)
public class ReturnService {

    private static final int LONGEST_REASON = 500;

    private final ReturnableOrders orders;
    private final Returns returns;
    private final ReturnWindows windows;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final ReturnSettings settings;
    private final Clock clock;

    ReturnService(
            ReturnableOrders orders,
            Returns returns,
            ReturnWindows windows,
            EntityManager entities,
            ApplicationEventPublisher events,
            ReturnSettings settings,
            Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.windows = windows;
        this.entities = entities;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Requests a return; its handling starts in the same transaction. A repeat with the same request key answers with
     * the first return as it now stands.
     *
     * @return the return, {@code REQUESTED}, and what is refunded if all of it is accepted
     * @throws OrderUnknown when there is no such order for this requester
     * @throws ReturnNotPossible when nothing can come back now, or not for this reason; nothing is changed then
     * @throws TooManyReturned when more is wanted back than was bought and not yet returned; nothing is changed then
     */
    @RepeatedTransaction
    public ReturnView request(RequestReturn wanted) throws OrderUnknown, ReturnNotPossible, TooManyReturned {
        Optional<Return> earlier = earlierRequest(wanted.requestKey());
        if (earlier.isPresent()) {
            return earlier.get().view();
        }
        ReturnableOrder order =
                orders.lock(wanted.order(), wanted.onlyOf()).orElseThrow(() -> new OrderUnknown(wanted.order()));
        List<ReturnStatus> others = returns.statusesOf(order.order().value());
        Instant now = clock.instant();
        refuseImpossible(order, wanted.reason(), others, now);
        Return requested = new Return(
                ReturnId.of(order.order(), others.size() + 1),
                order.customer(),
                wanted,
                order.pick(wanted.items()),
                settings.feeFor(wanted.reason()),
                now);
        entities.persist(requested);
        ReturnView view = requested.view();
        events.publishEvent(new ReturnRequested(order.order(), requested.id()));
        return view;
    }

    /**
     * All returns of an order, the oldest first.
     *
     * @param onlyOf the customer whose order it must be; empty: anybody's (ops)
     * @throws OrderUnknown when there is no such order for this requester
     */
    @Transactional(readOnly = true)
    public List<ReturnView> ofOrder(OrderNumber order, Optional<CustomerId> onlyOf) throws OrderUnknown {
        orders.read(order, onlyOf).orElseThrow(() -> new OrderUnknown(order));
        return returns.findByOrderNumberOrderByRequestedAtAsc(order.value()).stream()
                .map(Return::view)
                .toList();
    }

    /**
     * One page of all returns.
     *
     * @param status null for any
     * @param page sorts by {@code requestedAt} and {@code returnId}
     */
    @Transactional(readOnly = true)
    public Page<ReturnView> search(@Nullable ReturnStatus status, Pageable page) {
        return returns.search(status, page).map(Return::view);
    }

    /** What is to be known of a return that must exist, in order to decide about it. */
    @Transactional(readOnly = true)
    public ReturnFacts facts(ReturnId id) {
        Return found = returns.findById(id.value()).orElseThrow(() -> unknown(id));
        ReturnableOrder order = orders.read(found.order(), Optional.empty())
                .orElseThrow(() -> new IllegalStateException("no order " + found.order()));
        return found.facts(
                windows, order.deliveredAt(), returns.countByCustomerIdAndReturnIdNot(found.customerId(), id.value()));
    }

    /**
     * The goods may come back: {@code REQUESTED} to {@code APPROVED}. Repeated, even after inspection: no effect.
     *
     * @param reason null or without {@link VisibleText} for none, or up to 500 characters
     */
    public void approve(ReturnId id, Actor by, @Nullable String reason) {
        String why = reason == null || !VisibleText.isIn(reason) ? null : checked(reason);
        lock(id).approve(by, why, clock.instant());
    }

    /**
     * Where the goods of an approved return are to be sent and by when, as the settings have it now.
     *
     * @throws IllegalStateException when the return is not approved, or refunded already
     */
    @Transactional(readOnly = true)
    public SendingBack sendingBack(ReturnId id) {
        Instant approved =
                returns.findById(id.value()).orElseThrow(() -> unknown(id)).approvedAt();
        return new SendingBack(settings.returnAddress(), windows.sendUntil(approved));
    }

    /**
     * The goods do not come back: {@code REQUESTED} to {@code REJECTED}. Repeated: no effect.
     *
     * @param reason what the customer is told, 1 to 500 characters, not blank; anything else, null included, is an
     *     {@link IllegalArgumentException}
     */
    public void reject(ReturnId id, Actor by, @Nullable String reason) {
        lock(id).reject(by, given(reason), clock.instant());
    }

    /**
     * The goods were to come back, and did not: {@code APPROVED} to {@code REJECTED}. Repeated: no effect.
     *
     * @param reason what the customer is told, 1 to 500 characters, not blank; anything else, null included, is an
     *     {@link IllegalArgumentException}
     * @throws IllegalStateException when the return was not approved, or its goods have been inspected
     */
    public void nothingCame(ReturnId id, Actor by, @Nullable String reason) {
        lock(id).nothingCame(by, given(reason), clock.instant());
    }

    /**
     * The goods of an approved return are back. Repeated, even after inspection: no effect.
     *
     * @throws IllegalStateException when the return is not approved
     */
    public void goodsCame(ReturnId id) {
        lock(id).goodsCame(clock.instant());
    }

    /**
     * Keeps what was found of the goods that came back, and says what to refund for them. The return stays
     * {@code APPROVED} until it is {@link #refunded}; where nothing was accepted it is {@code REJECTED} at once, by the
     * inspector and for that reason. A repeat with the same findings has no effect and gives the same answer.
     *
     * @param found every item of the return once
     * @throws IllegalArgumentException when an item is missing, named twice or not part of the return, or more is
     *     accepted than was to come back; the message is fit for the inspector to read
     * @throws IllegalStateException when the return is not approved, or was inspected before with another result
     */
    public Refundable inspect(ReturnId id, Actor by, List<Inspected> found) {
        Return inspected = lock(id);
        inspected.inspect(new Inspection(found), by, clock.instant());
        return inspected.refundable();
    }

    /**
     * What the inspection of a return came to.
     *
     * @throws IllegalStateException when the goods have not been inspected
     */
    @Transactional(readOnly = true)
    public Refundable accepted(ReturnId id) {
        return returns.findById(id.value()).orElseThrow(() -> unknown(id)).refundable();
    }

    /** Whether a return of the order has been requested or approved and is not done yet. */
    @Transactional(readOnly = true)
    public boolean hasOpen(OrderNumber order) {
        return returns.statusesOf(order.value()).stream().anyMatch(ReturnStatus::isOpen);
    }

    /** When goods of the order were inspected last; empty when none ever came back. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastInspection(OrderNumber order) {
        return returns.lastInspection(order.value());
    }

    /** The order's return that is not done yet; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<OpenReturn> open(OrderNumber order) {
        return open(List.of(order)).stream().findFirst();
    }

    /** The open returns of these orders, in no order. */
    @Transactional(readOnly = true)
    public List<OpenReturn> open(Collection<OrderNumber> ofOrders) {
        return returns
                .findByOrderNumberInAndStatusIn(
                        ofOrders.stream().map(OrderNumber::value).toList(), ReturnStatus.OPEN)
                .stream()
                .map(Return::open)
                .toList();
    }

    /**
     * Open returns, in the order of their ids.
     *
     * @param after the last one of the portion before; empty for the first portion
     * @param most how many at most; fewer when there are no more
     */
    @Transactional(readOnly = true)
    public List<OpenReturn> open(Optional<ReturnId> after, int most) {
        return returns
                .findByStatusInAndReturnIdGreaterThanOrderByReturnIdAsc(
                        ReturnStatus.OPEN, after.map(ReturnId::value).orElse(""), Limit.of(most))
                .stream()
                .map(Return::open)
                .toList();
    }

    /**
     * What was accepted is paid back: {@code APPROVED} to {@code REFUNDED}. Repeated, or where nothing was accepted, so
     * that the return is {@code REJECTED}: no effect.
     *
     * <p>From here on the order may see another return: the pieces accepted must count as returned on the order by
     * then.
     *
     * @throws IllegalStateException when the goods have not been inspected
     */
    public void refunded(ReturnId id) {
        lock(id).refunded(clock.instant());
    }

    /**
     * Finds the return that was requested under the key. After the retention the key counts as new; it is freed at
     * once, because the insert of the new return would fail otherwise.
     */
    private Optional<Return> earlierRequest(@Nullable String requestKey) {
        Optional<Return> earlier = Optional.ofNullable(requestKey).flatMap(returns::findByRequestKey);
        Instant kept = clock.instant().minus(settings.idempotencyRetention());
        if (earlier.isPresent() && earlier.get().wasRequestedBefore(kept)) {
            earlier.get().forgetRequest();
            entities.flush();
            return Optional.empty();
        }
        return earlier;
    }

    private void refuseImpossible(ReturnableOrder order, ReturnReason reason, List<ReturnStatus> others, Instant now)
            throws ReturnNotPossible {
        if (!order.shipped()) {
            throw new ReturnNotPossible(order.order(), Cause.NOT_SHIPPED);
        }
        if (order.isAllBack()) {
            throw new ReturnNotPossible(order.order(), Cause.NOTHING_LEFT);
        }
        refuseLate(order, reason, now);
        if (others.stream().anyMatch(ReturnStatus::isOpen)) {
            throw new ReturnNotPossible(order.order(), Cause.ANOTHER_OPEN);
        }
    }

    private void refuseLate(ReturnableOrder order, ReturnReason reason, Instant now) throws ReturnNotPossible {
        Instant deadline = order.deliveredAt() == null ? Instant.MAX : windows.until(reason, order.deliveredAt());
        if (now.isAfter(deadline)) {
            throw ReturnNotPossible.windowClosed(order.order(), deadline);
        }
    }

    private static String given(@Nullable String reason) {
        if (reason == null || !VisibleText.isIn(reason)) {
            throw new IllegalArgumentException("a return is rejected with a reason");
        }
        return checked(reason);
    }

    private static String checked(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("the reason must be at most " + LONGEST_REASON + " characters");
        }
        return reason;
    }

    /** Returns the return, and locks its row, so that of two decisions at the same time one comes first. */
    private Return lock(ReturnId id) {
        return Optional.ofNullable(entities.find(Return.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> unknown(id));
    }

    private static IllegalStateException unknown(ReturnId id) {
        return new IllegalStateException("no return " + id);
    }
}
