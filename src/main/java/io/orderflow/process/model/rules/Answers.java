package io.orderflow.process.model.rules;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The answers that delegates, waits and people can give, and what a condition makes of them. */
final class Answers {

    /** The possible values of each variable that a gateway reads. */
    static final Map<String, List<String>> OF = Map.ofEntries(
            entry("payment", List.of("SUBMITTED", "CALLED_OFF")),
            entry("chargeStatus", List.of("REQUESTED", "APPROVED", "DECLINED", "UNRESOLVED", "ANSWERED_EARLIER")),
            entry("bookingStatus", List.of("REQUESTED", "BOOKED", "UNRESOLVED", "CALLED_OFF")),
            entry("recallStatus", List.of("REQUESTED", "RECALLED", "UNRESOLVED")),
            entry("handOver", List.of("HANDED_OVER", "CALLED_OFF")),
            entry("delivery", List.of("DELIVERED", "FAILED", "EVERYTHING_BACK")),
            entry("resolution", List.of("SHIP_AGAIN", "GIVE_UP_RESTOCK", "GIVE_UP_WRITE_OFF")),
            entry(
                    "result",
                    List.of("REFUNDED", "MONEY_OWED", "EXPIRED", "COUPON_REFUSED", "CANCELLED", "REFUND_UNDER_WAY")),
            entry("refundStatus", List.of("REQUESTED", "DONE", "REFUSED", "SETTLED_OUTSIDE")),
            entry("settlement", List.of("RETRY", "SETTLED_OUTSIDE")),
            entry("returnDecision", List.of("APPROVE", "REJECT")),
            entry("receipt", List.of("CAME", "NOTHING_CAME")),
            entry("returnResult", List.of("EVERYTHING_BACK", "NOTHING_ACCEPTED", "PARTLY_BACK")),
            entry("outcome", List.of("GIVE_BACK", "RESUME", "EXPLAINED")));

    private static final Pattern COMPARISON = Pattern.compile(
            "(?<not>!|not\\s+)?\\s*(?<name>\\w+)(?:\\s*(?<operator>==|!=|\\beq\\b|\\bne\\b)\\s*['\"](?<value>[^'\"]*)['\"])?");

    private Answers() {}

    /** Returns the variables with known answers that a condition reads. */
    static Stream<String> asked(String condition) {
        return Pattern.compile("[A-Za-z_]\\w*")
                .matcher(condition.replaceAll("'[^']*'|\"[^\"]*\"", ""))
                .results()
                .map(found -> found.group())
                .filter(OF::containsKey);
    }

    /** Returns whether the condition holds with these answers; empty if they do not decide it. */
    static Optional<Boolean> holds(String condition, Map<String, String> given) {
        String inside = condition.strip().replaceAll("^[$#]\\{|}$", "");
        boolean anyUnknown = false;
        for (String all : inside.split("\\|\\||\\bor\\b")) {
            Optional<Boolean> held = allHold(all, given);
            if (held.equals(Optional.of(true))) {
                return held;
            }
            anyUnknown |= held.isEmpty();
        }
        return anyUnknown ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> allHold(String all, Map<String, String> given) {
        boolean anyUnknown = false;
        for (String one : all.split("&&|\\band\\b")) {
            Optional<Boolean> held = compare(one.strip(), given);
            if (held.equals(Optional.of(false))) {
                return held;
            }
            anyUnknown |= held.isEmpty();
        }
        return anyUnknown ? Optional.empty() : Optional.of(true);
    }

    private static Optional<Boolean> compare(String one, Map<String, String> given) {
        Matcher comparison = COMPARISON.matcher(one);
        if (!comparison.matches() || comparison.group("operator") == null) {
            return Optional.empty();
        }
        String answer = given.get(comparison.group("name"));
        if (answer == null) {
            return Optional.empty();
        }
        boolean equal = answer.equals(comparison.group("value"));
        boolean wanted = comparison.group("operator").matches("==|eq");
        return Optional.of((equal == wanted) == (comparison.group("not") == null));
    }
}
