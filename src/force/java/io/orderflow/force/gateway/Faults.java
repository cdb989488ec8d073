package io.orderflow.force.gateway;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Decides by given rates what goes wrong, and counts it. */
public class Faults {

    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private Orders orders = new Orders(Map.of(), 0, 0, false, 0);
    private Random dice = new Random(0);

    /**
     * What the gateway is told to do.
     *
     * @param rates of each fault, 0 to 1, in sum at most 1; a rate of 1 is a gateway that does nothing else
     * @param latencyMillis that every call takes
     * @param seed of the dice
     * @param ignoreIdempotencyKeys whether every call moves money again
     * @param webhooks how many of ten changes are told by webhook
     */
    public record Orders(
            Map<Fault, Double> rates, long latencyMillis, long seed, boolean ignoreIdempotencyKeys, int webhooks) {}

    synchronized void take(Orders newOrders) {
        orders = newOrders;
        dice = new Random(newOrders.seed());
    }

    synchronized Orders orders() {
        return orders;
    }

    /** What goes wrong with the next call. Refusals fit only what can be refused, late effects only what has one. */
    synchronized Fault next(String call) {
        double left = dice.nextDouble();
        for (Map.Entry<Fault, Double> rate : orders.rates().entrySet()) {
            left -= rate.getValue();
            if (left < 0) {
                return count(fits(rate.getKey(), call) ? rate.getKey() : Fault.NONE);
            }
        }
        return count(Fault.NONE);
    }

    private static boolean fits(Fault fault, String call) {
        return switch (fault) {
            case DECLINED -> call.equals("confirm");
            case REFUND_REFUSED -> call.equals("cancel");
            case LATE_EFFECT -> call.equals("confirm") || call.equals("cancel");
            default -> true;
        };
    }

    synchronized Fault count(Fault fault) {
        counts.merge(fault, 1, Integer::sum);
        return fault;
    }

    synchronized Map<Fault, Integer> counts() {
        return new EnumMap<>(counts);
    }
}
