package io.orderflow.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How PostgreSQL carries out each statement that the application has been seen to run, whatever its parameters are.
 *
 * @param scanned the statements that read a table that grows from one end to the other, and those tables
 * @param unexplained the statements that could not be asked about, and why
 */
record Plans(Map<String, Set<String>> scanned, Map<String, String> unexplained) {

    private static final String SEEN = """
            select distinct s.query from pg_stat_statements s join pg_roles r on r.oid = s.userid
            where r.rolname = '%s' and s.query ~* '^\\s*(select|insert|update|delete|with)'""".formatted(DatabaseServer.USER);
    /** The constants of partial indexes: pg_stat_statements hides those of a statement, and the planner needs them. */
    private static final String CONSTANTS = """
            select pg_get_expr(indpred, indrelid) from pg_index where indpred is not null
            and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)""";

    private static final Pattern CONSTANT = Pattern.compile("(\\w+)\\)*(?:::text)? = '(\\w+)'");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");
    private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");

    /** @param growing names of tables */
    static Plans of(Connection connection, Set<String> growing) throws SQLException {
        Plans plans = new Plans(new TreeMap<>(), new TreeMap<>());
        try (var statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
        }
        List<String> constants = strings(connection, CONSTANTS);
        for (String query : strings(connection, SEEN)) {
            plans.explain(connection, query, constants, growing);
        }
        return plans;
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void explain(Connection connection, String query, List<String> constants, Set<String> growing)
            throws SQLException {
        try {
            Set<String> whole = scanned(connection, query, growing);
            for (int index = 0; index < constants.size() && !whole.isEmpty(); index++) {
                whole = scanned(connection, withConstants(query, constants.get(index)), growing);
            }
            if (!whole.isEmpty()) {
                scanned.put(query, whole);
            }
        } catch (SQLException e) {
            unexplained.put(query, e.getMessage());
            try (var statement = connection.createStatement()) {
                statement.execute("deallocate all");
            }
        }
    }

    /** The growing tables that the statement reads from one end to the other. */
    private static Set<String> scanned(Connection connection, String query, Set<String> growing) throws SQLException {
        Set<String> whole = new TreeSet<>();
        try (var statement = connection.createStatement()) {
            statement.execute("prepare seen as " + query.replaceAll("(\\$\\d+) is null", "$1::text is null"));
            try (ResultSet plan = statement.executeQuery("explain execute seen" + nulls(query))) {
                while (plan.next()) {
                    Matcher scan = SCAN.matcher(plan.getString(1));
                    if (scan.find() && growing.contains(scan.group(1))) {
                        whole.add(scan.group(1));
                    }
                }
            }
            statement.execute("deallocate seen");
        }
        return whole;
    }

    /** The statement as it is where it compares the same columns with these constants. */
    private static String withConstants(String query, String predicate) {
        String made = query;
        for (MatchResult constant : CONSTANT.matcher(predicate).results().toList()) {
            made = made.replaceFirst(
                    "(\\w+\\.)?\\b%s ?= ?\\$\\d+".formatted(constant.group(1)),
                    "$0 and $1%s = '%s'".formatted(constant.group(1), constant.group(2)));
        }
        return made;
    }

    private static String nulls(String query) {
        int parameters = PARAMETER
                .matcher(query)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
        return parameters == 0 ? "" : "(" + String.join(", ", Collections.nCopies(parameters, "null")) + ")";
    }
}
