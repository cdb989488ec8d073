package io.orderflow.benchmark;

import java.util.List;

/**
 * Milliseconds until half, 95 % and 99 % of something was there.
 *
 * @param count of how many; all times are 0 where there were none
 */
record Times(int count, double p50, double p95, double p99) {

    static Times of(List<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Times(sorted.length, percentile(sorted, 0.50), percentile(sorted, 0.95), percentile(sorted, 0.99));
    }

    private static double percentile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
