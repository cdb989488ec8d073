package io.orderflow;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says at a start that the database does not let in which settings name user and password, instead of a stack trace. */
class RefusedDatabaseLogInAnalyzer implements FailureAnalyzer {

    /** "Invalid authorization specification" of the SQL standard. */
    private static final String WRONG = "28";
    /** "Connection rejected": what PostgreSQL's driver says where the server asks for a password and there is none. */
    private static final String NO_PASSWORD = "08004";

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        return refusal(failure).map(refusal -> new FailureAnalysis(
                "The database does not let the application in: " + refusal.getMessage(),
                "Set spring.datasource.username and spring.datasource.password; README.md shows how, under \"PostgreSQL\".",
                refusal)).orElse(null);
    }

    private static Optional<SQLException> refusal(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance).map(SQLException.class::cast)
                .filter(cause -> isRefusal(cause.getSQLState())).findFirst();
    }

    private static boolean isRefusal(String sqlState) {
        return sqlState != null && (sqlState.startsWith(WRONG) || sqlState.equals(NO_PASSWORD));
    }
}
