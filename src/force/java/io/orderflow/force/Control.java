package io.orderflow.force;

import java.util.List;
import java.util.function.Predicate;

/** A control is a run in which something is broken on purpose: the checks must find it. */
final class Control {

    private Control() {}

    /**
     * Holds what the checks said against what they should have noticed.
     *
     * @param sign tells what is said of this control's damage
     */
    static void judge(Findings findings, String what, List<String> broken, Predicate<String> sign) {
        List<String> signs = broken.stream().filter(sign).toList();
        if (signs.isEmpty()) {
            findings.violation("the control \"%s\" was not noticed; the checks said: %s".formatted(what, broken));
        } else {
            findings.tell(
                    "control \"%s\": noticed, as it must be, %d times: %s".formatted(what, signs.size(), signs.get(0)));
        }
    }

    /** Whether something is said of one of these orders. */
    static Predicate<String> about(List<String> orders) {
        return said -> orders.stream().anyMatch(said::contains);
    }
}
