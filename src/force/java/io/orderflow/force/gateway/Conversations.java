package io.orderflow.force.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who talks about which payment, and when two do so at once while one of them moves money. */
class Conversations {

    private final Map<String, List<Request>> open = new HashMap<>();
    private final List<String> overlaps = new ArrayList<>();

    synchronized void begin(String paymentKey, Request request) {
        List<Request> others = open.computeIfAbsent(paymentKey, key -> new ArrayList<>());
        others.stream()
                .filter(other -> other.isPost() || request.isPost())
                .forEach(other -> overlaps.add("two at once about payment %s: %s at door %d while %s at door %d"
                        .formatted(paymentKey, request.path(), request.door(), other.path(), other.door())));
        others.add(request);
    }

    synchronized void end(String paymentKey, Request request) {
        List<Request> others = open.get(paymentKey);
        others.remove(request);
        if (others.isEmpty()) {
            open.remove(paymentKey);
        }
    }

    synchronized List<String> overlaps() {
        return List.copyOf(overlaps);
    }
}
