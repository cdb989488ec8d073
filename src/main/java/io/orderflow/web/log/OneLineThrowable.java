package io.orderflow.web.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * The converter that writes a stack trace with one line for each exception and one for each frame. It leaves out the
 * ids of users that the engine could not store, because they may be e-mail addresses.
 */
public class OneLineThrowable extends ExtendedWhitespaceThrowableProxyConverter {

    private static final Pattern USER = Pattern.compile("UserEntity\\[[^]]*]");

    @Override
    protected String throwableProxyToString(IThrowableProxy throwable) {
        return super.throwableProxyToString(new Told(throwable));
    }

    /** Returns the message as it is logged; null stays null. */
    private static @Nullable String told(@Nullable String message) {
        String line = OneLine.of(message);
        return line == null ? null : USER.matcher(line).replaceAll("UserEntity[…]");
    }

    private record Told(IThrowableProxy throwable) implements IThrowableProxy {

        @Override
        public @Nullable String getMessage() {
            return told(throwable.getMessage());
        }

        @Override
        public @Nullable String getOverridingMessage() {
            return told(throwable.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return throwable.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return throwable.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return throwable.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return throwable.getCause() == null ? null : new Told(throwable.getCause());
        }

        @Override
        public IThrowableProxy @Nullable [] getSuppressed() {
            return throwable.getSuppressed() == null
                    ? null
                    : Arrays.stream(throwable.getSuppressed()).map(Told::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return throwable.isCyclic();
        }
    }
}
