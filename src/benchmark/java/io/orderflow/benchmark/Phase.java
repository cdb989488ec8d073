package io.orderflow.benchmark;

import java.util.Map;

/**
 * What was measured while somebody outside behaved in one way.
 *
 * @param times of requests, and of what the application does by itself, by name
 * @param wrong answers, with how often each came
 * @param peaks highest use of each pool
 * @param waiting what was asked of them and without a good answer when they became well again
 * @param unresolved of these, what a person would have to look into
 * @param recoverySeconds until none waited any more
 * @param mostRecoveredSeconds until a twentieth of them still waited
 * @param loadAverage of the machine at the end
 */
record Phase(
        String name,
        double seconds,
        Map<String, Times> times,
        Map<String, Integer> wrong,
        Map<String, Double> peaks,
        long waiting,
        long unresolved,
        double mostRecoveredSeconds,
        double recoverySeconds,
        double loadAverage) {}
