package io.orderflow.process.model.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The test of a value in a cell of a decision table. The value is a text or a number. */
record UnaryTest(String text) {

    private static final Pattern NOT = Pattern.compile("not\\(\\s*(.*)\\s*\\)");
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|-?\\d+(?:\\.\\d+)?");
    private static final Pattern ONE =
            Pattern.compile("(?<operator><=|>=|!=|<|>|=)?\\s*(?<value>\"[^\"]*\"|-?\\d+(?:\\.\\d+)?)");
    private static final Pattern RANGE = Pattern.compile(
            "(?<from>[\\[\\](])\\s*(?<low>-?\\d+(?:\\.\\d+)?)\\s*\\.\\.\\s*(?<high>-?\\d+(?:\\.\\d+)?)\\s*(?<to>[\\[\\])])");
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** Returns all values that it names, with the quotation marks of texts. */
    List<String> literals() {
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL.matcher(text);
        while (literal.find()) {
            found.add(literal.group());
        }
        return found;
    }

    /** Returns whether the value passes; empty if this does not depend on values alone. */
    Optional<Boolean> passes(String value) {
        String asked = text.strip();
        if (asked.isEmpty() || asked.equals("-")) {
            return Optional.of(true);
        }
        Matcher not = NOT.matcher(asked);
        return not.matches() ? any(not.group(1), value).map(passed -> !passed) : any(asked, value);
    }

    private static Optional<Boolean> any(String list, String value) {
        List<Optional<Boolean>> each =
                Stream.of(COMMA.split(list)).map(one -> one(one.strip(), value)).toList();
        if (each.contains(Optional.of(true))) {
            return Optional.of(true);
        }
        return each.stream().allMatch(Optional::isPresent) ? Optional.of(false) : Optional.empty();
    }

    private static Optional<Boolean> one(String test, String value) {
        Matcher range = RANGE.matcher(test);
        if (range.matches() && !value.startsWith("\"")) {
            int low = compare(value, range.group("low"));
            int high = compare(value, range.group("high"));
            return Optional.of((range.group("from").equals("[") ? low >= 0 : low > 0)
                    && (range.group("to").equals("]") ? high <= 0 : high < 0));
        }
        Matcher one = ONE.matcher(test);
        if (!one.matches()) {
            return Optional.empty();
        }
        String operator = Optional.ofNullable(one.group("operator")).orElse("=");
        if (value.startsWith("\"") || one.group("value").startsWith("\"")) {
            boolean equal = value.equals(one.group("value"));
            return switch (operator) {
                case "=" -> Optional.of(equal);
                case "!=" -> Optional.of(!equal);
                default -> Optional.of(false);
            };
        }
        int compared = compare(value, one.group("value"));
        return Optional.of(
                switch (operator) {
                    case "<=" -> compared <= 0;
                    case ">=" -> compared >= 0;
                    case "<" -> compared < 0;
                    case ">" -> compared > 0;
                    case "!=" -> compared != 0;
                    default -> compared == 0;
                });
    }

    private static int compare(String one, String other) {
        return new BigDecimal(one).compareTo(new BigDecimal(other));
    }
}
