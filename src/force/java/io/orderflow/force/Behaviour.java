package io.orderflow.force;

import io.orderflow.force.gateway.Fault;
import io.orderflow.force.gateway.Faults.Orders;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the gateway behaves in which part of the proof. */
final class Behaviour {

    private static final int OF_TEN_TOLD = 7;

    private Behaviour() {}

    /** Does all it is asked, at once. */
    static Orders good() {
        return new Orders(Map.of(), 0, 0, false, OF_TEN_TOLD);
    }

    /** Every third call goes wrong in one way or another. */
    static Orders bad(long seed) {
        return bad(seed, 5);
    }

    /** Every third call goes wrong, and those that do not take their time. */
    static Orders bad(long seed, long millis) {
        Map<Fault, Double> rates = new LinkedHashMap<>();
        for (Fault fault : Fault.values()) {
            rates.put(
                    fault,
                    switch (fault) {
                        case NONE -> 0.0;
                        case LATE_EFFECT, LOST_ANSWER, REFUND_REFUSED -> 0.05;
                        case HANG, WRONG_ORDER, WRONG_AMOUNT -> 0.01;
                        default -> 0.02;
                    });
        }
        return new Orders(rates, millis, seed, false, OF_TEN_TOLD);
    }

    /** Takes a while for everything, so that whatever happens happens in the middle of a call. */
    static Orders slow(long millis) {
        return new Orders(Map.of(), millis, 0, false, OF_TEN_TOLD);
    }

    /** Half of its calls take effect later than they are answered, and it forgets what it was asked before. */
    static Orders forgetful() {
        return new Orders(Map.of(Fault.LATE_EFFECT, 0.5), 0, 0, true, 0);
    }
}
