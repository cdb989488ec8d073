package io.orderflow.force;

import java.util.ArrayList;
import java.util.List;

/** What was promised and is not so, and what else is worth telling. */
class Findings {

    private final List<String> violations = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();

    synchronized void violation(String what) {
        violations.add(what);
        tell("VIOLATION: " + what);
    }

    synchronized void violations(String where, List<String> what) {
        what.forEach(one -> violation(where + ": " + one));
    }

    /** Goes to the report, and to whoever watches. */
    synchronized void tell(String what) {
        story.append(what).append('\n');
        System.out.println("[force] " + what);
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized String story() {
        return story.toString();
    }
}
