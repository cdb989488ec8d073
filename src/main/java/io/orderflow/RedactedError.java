package io.orderflow;

import static java.util.Objects.requireNonNull;

import java.sql.BatchUpdateException;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a database error that says what went wrong and where in the schema, but holds no value: no parameter and no
 * row. The copy keeps the exception's kind (within {@code java.sql}), SQL state, code, batch counts and stack trace. Of
 * its causes, next and suppressed exceptions it keeps those that are database errors, copied in the same way.
 */
final class RedactedError {

    private final Map<SQLException, @Nullable SQLException> told = new IdentityHashMap<>();

    private RedactedError() {}

    /**
     * @return an {@link SQLException} for an {@link SQLException}; for any other failure of the driver, an exception
     *     with the failure's class and stack trace only
     */
    static Exception of(Throwable failure) {
        return failure instanceof SQLException error ? requireNonNull(new RedactedError().tell(error)) : bare(failure);
    }

    private static RuntimeException bare(Throwable failure) {
        RuntimeException bare = new IllegalStateException(
                "the driver failed: " + failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    /** Returns null for an error that is being copied already, further up the stack: errors may refer to each other. */
    private @Nullable SQLException tell(SQLException error) {
        if (told.containsKey(error)) {
            return told.get(error);
        }
        told.put(error, null);
        SQLException redacted = ofSameKind(error, error.getCause() instanceof SQLException cause ? tell(cause) : null);
        told.put(error, redacted);
        redacted.setStackTrace(error.getStackTrace());
        if (error.getNextException() != null) {
            redacted.setNextException(tell(error.getNextException()));
        }
        for (Throwable suppressed : error.getSuppressed()) {
            redacted.addSuppressed(suppressed instanceof SQLException other ? tell(other) : bare(suppressed));
        }
        return redacted;
    }

    private static SQLException ofSameKind(SQLException error, @Nullable SQLException cause) {
        String message = RedactedMessage.of(error);
        String state = error.getSQLState();
        int code = error.getErrorCode();
        if (error instanceof BatchUpdateException batch) {
            return new BatchUpdateException(message, state, code, batch.getLargeUpdateCounts(), cause);
        }
        if (error instanceof SQLClientInfoException setting) { // setClientInfo may throw no other kind
            return new SQLClientInfoException(message, state, code, setting.getFailedProperties(), cause);
        }
        try {
            return (SQLException) kind(error.getClass())
                    .getConstructor(String.class, String.class, int.class, Throwable.class)
                    .newInstance(message, state, code, cause);
        } catch (ReflectiveOperationException e) {
            return new SQLException(message, state, code, cause);
        }
    }

    private static Class<?> kind(Class<?> type) {
        return type.getPackageName().equals("java.sql") ? type : kind(type.getSuperclass());
    }
}
