package io.orderflow.process.model.words;

import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of values, and of expressions that only read a variable or compare it with a value. */
final class Notation {

    static final int LONGEST = 1_000;
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";
    private static final String LITERAL =
            "(?:'[^'\\\\{}]*'|\"[^\"\\\\{}]*\"|-?\\d+(?:\\.\\d+)?|(?:true|false|null)\\b)";
    private static final String OPERATOR = "(?:\\s*(?:==|!=|<=|>=|<|>)\\s*|\\s+(?:eq|ne|le|ge|lt|gt)\\s+)";
    private static final String DURATION = "P(?=[T\\d])(?:\\d{1,5}Y)?(?:\\d{1,5}M)?(?:\\d{1,5}W)?(?:\\d{1,5}D)?"
            + "(?:T(?=\\d)(?:\\d{1,5}H)?(?:\\d{1,5}M)?(?:\\d{1,5}S)?)?";
    private static final String MOMENT =
            "\\d{4}-\\d\\d-\\d\\d" + "(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?";

    /**
     * The expressions {@code ${name}}, {@code ${name.part}} and, for the result of a table, {@code ${name[0].part}}.
     */
    static final Pattern READING =
            Pattern.compile("[$#]\\{\\s*(?<name>" + NAME + ")(?:(?:\\[\\d{1,3}])?\\.(?<part>" + NAME + "))?\\s*}");

    static final Pattern COMPARING = Pattern.compile("\\G\\s*(?:!\\s*|not\\s+(?:empty\\s+)?|empty\\s+)?(?<name>" + NAME
            + ")(?:" + OPERATOR + LITERAL + ")?\\s*(?<more>&&|\\|\\||and\\b|or\\b|\\z)");

    private Notation() {}

    /** A test by a regular expression, which an expression that reads a variable may pass too. */
    record Form(Pattern pattern, boolean orVariable) implements BiPredicate<String, Names> {

        @Override
        public boolean test(String text, Names names) {
            return text.length() <= LONGEST && pattern.matcher(text).matches() || orVariable && isReading(text, names);
        }
    }

    /** Returns a test by a regular expression, in which {@code DURATION} and {@code MOMENT} are those of ISO 8601. */
    static Form like(String form) {
        return new Form(Pattern.compile(form.replace("DURATION", DURATION).replace("MOMENT", MOMENT)), false);
    }

    static Form likeOrVariable(String form) {
        return new Form(like(form).pattern(), true);
    }

    /** Returns whether the whole text is an expression that reads one variable. */
    static boolean isReading(String text, Names names) {
        Matcher reading = READING.matcher(text);
        return reading.matches() && readsVariable(reading, names);
    }

    /** Returns whether every expression in the text, if there is one, reads a variable. */
    static boolean isText(String text, Names names) {
        Matcher reading = READING.matcher(text);
        while (reading.find()) {
            if (!readsVariable(reading, names)) {
                return false;
            }
        }
        String rest = reading.replaceAll(" ");
        return !rest.contains("${") && !rest.contains("#{");
    }

    /** Returns whether the text compares variables with values, and does nothing else. */
    static boolean isCondition(String text, Names names) {
        if (text.length() > LONGEST || !text.matches("(?s)[$#]\\{.*}")) {
            return false;
        }
        Matcher comparison = COMPARING.matcher(text.substring(2, text.length() - 1));
        while (comparison.find() && names.isVariable(comparison.group("name"))) {
            if (comparison.group("more").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean readsVariable(Matcher reading, Names names) {
        String part = reading.group("part");
        return part == null
                ? names.isVariable(reading.group("name"))
                : names.hasParts(reading.group("name")) && !part.equals("class");
    }
}
