package io.orderflow.shipping.carriers;

import io.orderflow.HeldCall;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shipping.Carrier;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The simulated carrier, with the books it would keep: the parcels it is to carry, whatever our tables say. It may be
 * elsewhere, lose answers, refuse, say nothing, and lets a test into the middle of a call.
 */
@Primary
@TestComponent
public class CarrierBooks implements Carrier {

    public static final Duration PATIENCE = Duration.ofSeconds(50);

    private final Carrier carrier = new SimulatedCarrier();
    /**
     * References, by the idempotency keys under which they were booked: a carrier that knows keys alone books one each.
     */
    private final Map<String, String> booked = new ConcurrentHashMap<>();

    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Set<OrderNumber> forgetful = ConcurrentHashMap.newKeySet();
    private final Set<OrderNumber> silent = ConcurrentHashMap.newKeySet();
    private final Map<OrderNumber, String> refusing = new ConcurrentHashMap<>();
    private final Map<OrderNumber, HeldCall> held = new ConcurrentHashMap<>();
    private volatile boolean elsewhere;
    private volatile boolean askedWithinTransaction;

    /** From now on it does not answer at once, but has to be asked outside. */
    public void moveAway() {
        elsewhere = true;
        askedWithinTransaction = false;
    }

    /** From now on it answers at once again. */
    public void comeBack() {
        elsewhere = false;
    }

    /** Whether anybody waited for its answer within a transaction since it moved away. */
    public boolean wasAskedWithinTransaction() {
        return askedWithinTransaction;
    }

    /** Does what it is next asked for about the order, but its answer gets lost on the way. */
    public void loseAnswer(OrderNumber order) {
        forgetful.add(order);
    }

    /** Does and says nothing about the order until it relents. */
    public void fallSilent(OrderNumber order) {
        silent.add(order);
    }

    /** Refuses everything about the order with these words until it relents. */
    public void refuse(OrderNumber order, String words) {
        refusing.put(order, words);
    }

    public void relent(OrderNumber order) {
        silent.remove(order);
        refusing.remove(order);
    }

    /** Holds back what it is next asked about the order. */
    public HeldCall hold(OrderNumber order) {
        HeldCall call = new HeldCall();
        held.put(order, call);
        return call;
    }

    /** Brings the order's parcels back, as people have asked it to by telephone. */
    public void takeBack(OrderNumber order) {
        booked.values().removeIf(reference -> order(reference).equals(order));
    }

    /** How many parcels of the order are booked and not recalled. */
    public long parcels(OrderNumber order) {
        return booked.values().stream()
                .filter(reference -> order(reference).equals(order))
                .count();
    }

    /** How often it was asked {@code book} or {@code recall} about the order's parcel of this attempt. */
    public int calls(String what, OrderNumber order, int attempt) {
        return calls.getOrDefault(what + order + "-" + attempt, 0);
    }

    private static OrderNumber order(String reference) {
        return new OrderNumber(reference.substring(0, reference.lastIndexOf('-')));
    }

    @Override
    public String name() {
        return carrier.name();
    }

    @Override
    public boolean answersAtOnce() {
        return !elsewhere;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public BookingAnswer book(Booking booking) {
        return answer(
                "book",
                booking.reference(),
                () -> {
                    booked.put(booking.idempotencyKey(), booking.reference());
                    return carrier.book(booking);
                },
                Refused::new,
                Unknown::new);
    }

    @Override
    public RecallAnswer recall(Recall recall) {
        return answer(
                "recall",
                recall.reference(),
                () -> {
                    booked.values().removeIf(recall.reference()::equals);
                    return carrier.recall(recall);
                },
                Refused::new,
                Unknown::new);
    }

    private <T> T answer(String what, String reference, Supplier<T> yes, Words<T> no, Words<T> unknown) {
        OrderNumber order = order(reference);
        calls.merge(what + reference, 1, Integer::sum);
        askedWithinTransaction |= elsewhere && TransactionSynchronizationManager.isActualTransactionActive();
        Optional.ofNullable(held.remove(order)).ifPresent(HeldCall::holdBack);
        if (refusing.containsKey(order)) {
            return no.as(refusing.get(order));
        }
        if (silent.contains(order)) {
            return unknown.as("no answer in time");
        }
        T answer = yes.get();
        return elsewhere && forgetful.remove(order) ? unknown.as("the answer got lost") : answer;
    }

    private interface Words<T> {
        T as(String words);
    }
}
