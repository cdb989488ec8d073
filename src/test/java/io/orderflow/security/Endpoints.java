package io.orderflow.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every method and path that somebody can call, read from what serves them: Spring MVC and the JAX-RS classes of
 * Camunda.
 */
final class Endpoints {

    /** What filters and handlers of static files serve. */
    private static final List<String> OTHERS = List.of(
            "GET /",
            "GET /camunda/app/cockpit/default/",
            "GET /camunda/app/tasklist/default/",
            "GET /camunda/app/admin/default/",
            "GET /camunda/app/welcome/default/",
            "GET /camunda/lib/deps.js",
            "GET /swagger-ui/index.html",
            "GET /actuator/prometheus",
            "GET /somewhere/else");

    private final SortedSet<String> found = new TreeSet<>();
    private final Deque<Class<?>> way = new ArrayDeque<>();

    /** As {@code METHOD /path/{variable}}. */
    static SortedSet<String> all(Stream<RequestMappingInfoHandlerMapping> mappings) {
        Endpoints endpoints = new Endpoints();
        mappings.flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(endpoints::add);
        endpoints.found.addAll(OTHERS);
        endpoints.add("/engine-rest", CamundaRestResources.getResourceClasses());
        endpoints.add("/camunda/api/engine", new EngineRestApplication());
        endpoints.add("/camunda/api/admin", new AdminApplication());
        endpoints.add("/camunda/api/cockpit", new CockpitApplication());
        endpoints.add("/camunda/api/tasklist", new TasklistApplication());
        endpoints.add("/camunda/api/welcome", new WelcomeApplication());
        return endpoints.found;
    }

    private void add(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        for (String path : mapping.getPatternValues()) {
            if (methods.isEmpty()) {
                found.add("ANY " + path);
            }
            for (RequestMethod method : methods) {
                found.add(method + " " + path);
            }
        }
    }

    private void add(String prefix, Application application) {
        add(prefix, application.getClasses());
    }

    private void add(String prefix, Iterable<Class<?>> resources) {
        for (Class<?> resource : resources) {
            Path path = AnnotationUtils.findAnnotation(resource, Path.class);
            if (path != null) {
                walk(prefix + "/" + path.value(), resource);
            }
        }
    }

    /** A method with a path and no HTTP method leads to a resource of its own. */
    private void walk(String prefix, Class<?> resource) {
        if (way.contains(resource)) {
            return;
        }
        way.push(resource);
        for (Method method : resource.getMethods()) {
            String path = prefix
                    + annotated(method, Path.class)
                            .map(found -> "/" + found.value())
                            .orElse("");
            Optional<HttpMethod> verb = verb(method);
            if (verb.isPresent()) {
                found.add(verb.get().value() + " " + tidy(path));
            } else if (annotated(method, Path.class).isPresent()) {
                walk(path, method.getReturnType());
            }
        }
        way.pop();
    }

    private static Optional<HttpMethod> verb(Method method) {
        return declarations(method)
                .flatMap(declared -> Arrays.stream(declared.getAnnotations()))
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    private static <A extends java.lang.annotation.Annotation> Optional<A> annotated(Method method, Class<A> type) {
        return declarations(method)
                .map(declared -> declared.getAnnotation(type))
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** JAX-RS takes annotations from what a method overrides or implements. */
    private static Stream<Method> declarations(Method method) {
        Function<Class<?>, Stream<Method>> sameIn = type -> Arrays.stream(type.getMethods())
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
        return Stream.concat(
                Stream.of(method), ancestors(method.getDeclaringClass()).flatMap(sameIn));
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        Stream<Class<?>> direct =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
        return direct.flatMap(ancestor -> Stream.concat(Stream.of(ancestor), ancestors(ancestor)));
    }

    private static String tidy(String path) {
        String plain = path.replaceAll("\\{\\s*([A-Za-z-]+)\\s*:[^{}]*(?:\\{[^{}]*}[^{}]*)*}", "{$1}")
                .replaceAll("/+", "/");
        return plain.endsWith("/") && plain.length() > 1 ? plain.substring(0, plain.length() - 1) : plain;
    }
}
