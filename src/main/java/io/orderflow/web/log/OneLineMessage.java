package io.orderflow.web.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * The converter that writes a log message on one line, even if a value in it contains line breaks. Only Boot's report
 * of a failed start keeps its lines.
 */
public class OneLineMessage extends MessageConverter {

    private static final String REPORTS = "org.springframework.boot.diagnostics.";

    @Override
    public @Nullable String convert(ILoggingEvent event) {
        String message = super.convert(event);
        return event.getLoggerName().startsWith(REPORTS) ? message : OneLine.of(message);
    }
}
