package io.orderflow;

import static java.util.Objects.requireNonNull;

import java.sql.BatchUpdateException;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says of a failed statement what went wrong and where in the schema, and nothing that it was given or has read: no
 * parameter, no row, no value. Kind of the exception (within {@code java.sql}), SQL state, code, counts of a batch,
 * stack traces, and what of causes, next and suppressed exceptions is the database's, stay.
 */
final class DiscreetError {

    private final Map<SQLException, @Nullable SQLException> told = new IdentityHashMap<>();

    private DiscreetError() {}

    /**
     * @return an {@link SQLException} for such a one; of what else a driver may throw, nothing but its class and where
     */
    static Exception of(Throwable failure) {
        return failure instanceof SQLException error ? requireNonNull(new DiscreetError().tell(error)) : bare(failure);
    }

    private static RuntimeException bare(Throwable failure) {
        RuntimeException bare = new IllegalStateException(
                "the driver failed: " + failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    /** Null for what is just being told. */
    private @Nullable SQLException tell(SQLException error) {
        if (told.containsKey(error)) {
            return told.get(error);
        }
        told.put(error, null);
        SQLException discreet = ofSameKind(error, error.getCause() instanceof SQLException cause ? tell(cause) : null);
        told.put(error, discreet);
        discreet.setStackTrace(error.getStackTrace());
        if (error.getNextException() != null) {
            discreet.setNextException(tell(error.getNextException()));
        }
        for (Throwable suppressed : error.getSuppressed()) {
            discreet.addSuppressed(suppressed instanceof SQLException other ? tell(other) : bare(suppressed));
        }
        return discreet;
    }

    private static SQLException ofSameKind(SQLException error, @Nullable SQLException cause) {
        String message = DiscreetWords.of(error);
        String state = error.getSQLState();
        int code = error.getErrorCode();
        if (error instanceof BatchUpdateException batch) {
            return new BatchUpdateException(message, state, code, batch.getLargeUpdateCounts(), cause);
        }
        if (error instanceof SQLClientInfoException setting) { // the only kind that its methods may throw
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
