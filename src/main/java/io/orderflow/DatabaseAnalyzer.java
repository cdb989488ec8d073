package io.orderflow;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/**
 * A failure analyzer that explains a failed start, instead of a stack trace: why the database cannot be used, and which
 * settings name it.
 */
class DatabaseAnalyzer implements FailureAnalyzer {

    private static final String URL = "spring.datasource.url";
    private static final String HOW = "; src/docs/operations.md shows how, under \"PostgreSQL\".";
    private static final List<String> KNOWN = List.of("jdbc:postgresql:", "jdbc:h2:");
    /** "Invalid authorization specification" of the SQL standard. */
    private static final String WRONG = "28";
    /** "Connection rejected": PostgreSQL's driver says this when the server asks for a password and none is set. */
    private static final String NO_PASSWORD = "08004";
    /** "Connection exception" of the SQL standard. */
    private static final String UNREACHABLE = "08";
    /** PostgreSQL's "invalid catalog name". */
    private static final String NO_DATABASE = "3D000";
    /** H2's "database may be already in use": another node has the files open, and only one node can. */
    private static final String IN_USE = "90020";

    private static final Set<String> OUT_OF_REACH = Set.of(NO_DATABASE, IN_USE);

    private final Environment environment;

    DatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return refusal(failure)
                .or(() -> unreachable(failure))
                .or(() -> wrongUrl(failure))
                .orElse(null);
    }

    private Optional<FailureAnalysis> wrongUrl(Throwable failure) {
        return Optional.ofNullable(environment.getProperty(URL))
                .filter(url -> KNOWN.stream().noneMatch(url::startsWith))
                .map(url -> new FailureAnalysis(
                        URL + " must begin with jdbc:postgresql: or jdbc:h2:.",
                        "Change it and start again" + HOW,
                        failure));
    }

    private static Optional<FailureAnalysis> refusal(Throwable failure) {
        return first(failure, state -> state.startsWith(WRONG) || state.equals(NO_PASSWORD))
                .map(refusal -> new FailureAnalysis(
                        "The database does not let the application in: " + refusal.getMessage(),
                        "Set spring.datasource.username and spring.datasource.password" + HOW,
                        refusal));
    }

    private static Optional<FailureAnalysis> unreachable(Throwable failure) {
        return first(failure, state -> state.startsWith(UNREACHABLE) || OUT_OF_REACH.contains(state))
                .map(cause -> new FailureAnalysis(
                        "The database that spring.datasource.url names cannot be used: " + words(cause),
                        "Start it, stop what uses its files, or change the setting" + HOW,
                        cause));
    }

    private static String words(SQLException unreachable) {
        Throwable root = unreachable;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == unreachable
                ? String.valueOf(unreachable.getMessage())
                : unreachable.getMessage() + " (" + root + ")";
    }

    private static Optional<SQLException> first(Throwable failure, Predicate<String> states) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .filter(cause -> cause.getSQLState() != null && states.test(cause.getSQLState()))
                .findFirst();
    }
}
