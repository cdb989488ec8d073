package io.orderflow.process.doors;

import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every call that the engine's REST API knows, read off its resource classes. */
final class EngineResources {

    /**
     * @param path with a value that names nothing in place of each parameter
     * @param body what its JSON is read into, null where the method takes none
     */
    record Call(String method, String path, Class<?> body) {

        /** JSON that has all the members there may be, each with the same value. */
        String withEveryMember(String value) {
            return body == null
                    ? "{}"
                    : MEMBERS.introspect(MEMBERS.constructType(body)).findProperties().stream()
                            .map(member -> "\"" + member.getName() + "\": " + value)
                            .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    private static final DeserializationConfig MEMBERS = new ObjectMapper().getDeserializationConfig();

    private EngineResources() {}

    static Set<Call> calls() {
        Set<Call> calls = new LinkedHashSet<>();
        collect(DefaultProcessEngineRestServiceImpl.class, "", new ArrayList<>(), calls);
        return calls;
    }

    private static void collect(Class<?> resource, String prefix, List<Class<?>> above, Set<Call> calls) {
        if (above.contains(resource)) {
            return;
        }
        above.add(resource);
        for (Method method : resource.getMethods()) {
            Optional<String> verb = annotations(method)
                    .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                    .filter(found -> found != null)
                    .map(HttpMethod::value)
                    .findFirst();
            Optional<String> path = annotations(method)
                    .filter(Path.class::isInstance)
                    .map(a -> ((Path) a).value())
                    .findFirst();
            String whole = prefix + path.map(EngineResources::filled).orElse("");
            if (verb.isPresent()) {
                calls.add(new Call(verb.get(), whole, body(method)));
            } else if (path.isPresent()) {
                collect(method.getReturnType(), whole, above, calls);
            }
        }
        above.remove(resource);
    }

    private static Stream<Annotation> annotations(Method method) {
        return Stream.concat(
                        Stream.of(method.getDeclaringClass()),
                        Arrays.stream(method.getDeclaringClass().getInterfaces()))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .flatMap(other -> Arrays.stream(other.getAnnotations()));
    }

    private static Class<?> body(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .filter(type -> type.getName().contains(".dto."))
                .findFirst()
                .orElse(null);
    }

    private static String filled(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        return absolute.replaceAll("\\{[^}]+}", "unknown").replaceAll("/$", "");
    }
}
