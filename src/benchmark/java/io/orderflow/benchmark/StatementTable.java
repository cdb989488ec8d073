package io.orderflow.benchmark;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows where statements go: by family of tables, by table, by verb, and one by one. */
final class StatementTable {

    private static final Pattern TABLE = Pattern.compile("\\b(?:from|into|update|join)\\s+\"?([a-z_0-9]+)");
    private static final int LONGEST_TEXT = 220;

    private final Map<String, Double> statements;

    /** @param statements how often each ran per order, or per second */
    StatementTable(Map<String, Double> statements) {
        this.statements = statements;
    }

    String text(String title) {
        StringBuilder text = new StringBuilder("==== " + title + "\n");
        section(text, "by family", StatementTable::family);
        section(text, "by verb", StatementTable::verb);
        section(text, "by table and verb", query -> table(query) + " " + verb(query));
        text.append("\n-- one by one\n");
        statements.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .filter(entry -> Math.abs(entry.getValue()) >= 0.01)
                .forEach(entry -> text.append("%8.2f  %s%n".formatted(entry.getValue(), shorten(entry.getKey()))));
        return text.append('\n').toString();
    }

    Map<String, Double> families() {
        return sums(StatementTable::family);
    }

    private void section(StringBuilder text, String title, UnaryOperator<String> key) {
        text.append("\n-- ").append(title).append('\n');
        sums(key).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> text.append("%8.2f  %s%n".formatted(entry.getValue(), entry.getKey())));
    }

    private Map<String, Double> sums(UnaryOperator<String> key) {
        Map<String, Double> sums = new TreeMap<>();
        statements.forEach((query, calls) -> sums.merge(key.apply(query), calls, Double::sum));
        return sums;
    }

    /** What a statement is about; one that asks for rights is about those. */
    private static String family(String query) {
        String lower = query.toLowerCase(Locale.ROOT);
        String table = table(query);
        if (lower.contains("act_ru_authorization")) {
            return "engine: authorizations";
        }
        if (table.startsWith("act_id_")) {
            return "engine: users and groups (ACT_ID_)";
        }
        if (table.startsWith("act_hi_")) {
            return "engine: history (ACT_HI_)";
        }
        if (table.startsWith("act_ru_")) {
            return "engine: running (ACT_RU_)";
        }
        if (table.startsWith("act_")) {
            return "engine: models and the rest (ACT_)";
        }
        return table.equals("-") ? "transactions and session" : "ours";
    }

    private static String table(String query) {
        Matcher table = TABLE.matcher(query.toLowerCase(Locale.ROOT));
        return table.find() ? table.group(1) : "-";
    }

    private static String verb(String query) {
        return query.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Long lists of columns tell nothing. */
    static String shorten(String query) {
        String text = query.replaceAll("\\s+", " ")
                .strip()
                .replaceAll("(?i)^(select) [^(]{80,}? (from) ", "$1 ... $2 ")
                .replaceAll("(?i)^(insert into \\S+)\\s*\\(.*", "$1 (...)");
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + " ...";
    }
}
