package io.orderflow.force;

import java.util.List;

/** A control is a run in which something is broken on purpose: the checks must find it. */
final class Control {

    private Control() {}

    /** @param sign what is said of the damage that is expected */
    static void judge(Findings findings, String what, List<String> broken, String sign) {
        List<String> signs = broken.stream().filter(one -> one.contains(sign)).toList();
        if (signs.isEmpty()) {
            findings.violation("the control \"%s\" was not noticed; the checks said: %s".formatted(what, broken));
        } else {
            findings.tell("control \"%s\": noticed %d times, as it must be, such as: %s".formatted(what, signs.size(), signs.get(0)));
        }
    }
}
