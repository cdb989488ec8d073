package io.orderflow;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The message of a {@link RedactedError}: what went wrong, by its SQL state, and where, by the names of the schema. */
final class RedactedMessage {

    /** Classes of SQL states that are about connections, transactions, resources and the wording of statements. */
    private static final Set<String> ABOUT_NO_VALUE = Set.of("08", "0A", "25", "26", "40", "42", "53", "55", "57");
    /** The words for an SQL state or for its class. The engine and Hibernate look for some of these words. */
    private static final Map<String, String> WORDS = Map.of(
            "22001",
            "value too long",
            "22",
            "value does not fit",
            "23502",
            "violates not-null constraint",
            "23503",
            "violates foreign key constraint",
            "23505",
            "violates unique constraint",
            "23506",
            "violates foreign key constraint",
            "23513",
            "violates check constraint",
            "23514",
            "violates check constraint",
            "23",
            "violates constraint");
    /** The source file of PostgreSQL that raises the messages of functions and triggers, which may contain anything. */
    private static final String RAISED = "pl_exec.c";
    /** The first quoted name in a message of H2, which names the place in the schema before it quotes any value. */
    private static final Pattern FIRST_NAME = Pattern.compile("^[^\"]*\"([A-Za-z_][\\w.]*)");

    private RedactedMessage() {}

    static String of(SQLException error) {
        if (error instanceof BatchUpdateException) {
            SQLException first = error.getNextException();
            return first == null ? "batch failed" + codes(error) : "batch failed: " + of(first);
        }
        Throwable cause = error.getCause();
        return (isAboutNoValue(error) ? original(error) : words(error) + place(error))
                + codes(error)
                + (cause == null || cause instanceof SQLException
                        ? ""
                        : ", caused by " + cause.getClass().getName());
    }

    private static boolean isAboutNoValue(SQLException error) {
        boolean own = error instanceof PSQLException
                ? !isRaised(answer(error))
                // In a message of class 40, H2 quotes the key for which a transaction waits.
                : isOfH2(error) && !stateClass(error).equals("40");
        return own && ABOUT_NO_VALUE.contains(stateClass(error));
    }

    private static String original(SQLException error) {
        ServerErrorMessage answer = answer(error);
        return answer == null ? String.valueOf(error.getMessage()).split("[;\\n]", 2)[0] : answer.getMessage();
    }

    private static String words(SQLException error) {
        String general = WORDS.getOrDefault(stateClass(error), "statement failed");
        return WORDS.getOrDefault(String.valueOf(error.getSQLState()), general);
    }

    private static String place(SQLException error) {
        ServerErrorMessage answer = answer(error);
        if (answer != null) {
            return isRaised(answer)
                    ? ""
                    : quoted(" ", answer.getConstraint())
                            + quoted(" in column ", answer.getColumn())
                            + quoted(" of ", answer.getTable());
        }
        boolean named = isOfH2(error) && (stateClass(error).equals("23") || "22001".equals(error.getSQLState()));
        Matcher name = FIRST_NAME.matcher(String.valueOf(error.getMessage()));
        return named && name.find() ? quoted(" ", name.group(1)) : "";
    }

    private static String quoted(String before, @Nullable String name) {
        return name == null ? "" : before + '"' + name + '"';
    }

    private static String codes(SQLException error) {
        return " (SQL state " + error.getSQLState() + ", code " + error.getErrorCode() + ")";
    }

    private static String stateClass(SQLException error) {
        String state = error.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }

    /** Returns the message of the PostgreSQL server; null if the error comes from a driver itself or from H2. */
    private static @Nullable ServerErrorMessage answer(SQLException error) {
        return error instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
    }

    private static boolean isRaised(@Nullable ServerErrorMessage answer) {
        return answer != null && RAISED.equals(answer.getFile());
    }

    /**
     * Whether H2 itself raised the error, and not a trigger: the error of a trigger has an {@link SQLException} as
     * cause.
     */
    private static boolean isOfH2(SQLException error) {
        return error.getClass().getName().startsWith("org.h2.") && !(error.getCause() instanceof SQLException);
    }
}
