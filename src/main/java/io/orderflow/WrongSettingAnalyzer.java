package io.orderflow;

import io.orderflow.shared.UnfitSetting;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * A failure analyzer that explains a failed start: which setting to change, what it must be, and where it was set. It
 * runs before Boot's own analyzers, because they print the values, even those of secrets.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongSettingAnalyzer implements FailureAnalyzer {

    private static final String REMEDY =
            "Change that setting and start again; all of them are in src/docs/settings.md.";
    private static final Map<Class<?>, String> KINDS = Map.of(
            Duration.class, "a duration, such as PT15M or 15m",
            Boolean.class, "true or false",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            URI.class, "a URI",
            List.class, "a list, such as PT1S,PT5S",
            InetAddress.class, "the address or the name of a host");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return unfit(failure).or(() -> unreadable(failure)).orElse(null);
    }

    private static Optional<FailureAnalysis> unfit(Throwable failure) {
        return first(failure, UnfitSetting.class)
                .map(cause -> new FailureAnalysis(cause.getMessage() + ".", REMEDY, cause));
    }

    /** Explains a value that cannot be converted to the type of its setting. */
    private static Optional<FailureAnalysis> unreadable(Throwable failure) {
        return first(failure, BindException.class)
                .filter(cause -> cause.getProperty() != null)
                .map(cause -> new FailureAnalysis(
                        "%s must be %s%s."
                                .formatted(
                                        cause.getProperty().getName(),
                                        kind(cause.getTarget().getBoxedType().resolve(Object.class)),
                                        origin(cause.getProperty())),
                        REMEDY,
                        cause));
    }

    private static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(choice -> choice.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return KINDS.getOrDefault(type, "a value of type " + type.getSimpleName());
    }

    private static String origin(ConfigurationProperty property) {
        return property.getOrigin() == null ? "" : " (it was set by " + property.getOrigin() + ")";
    }

    private static <E extends Throwable> Optional<E> first(Throwable failure, Class<E> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
