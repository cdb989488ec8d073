package io.orderflow.process.doors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.ExternalTaskRestService;
import org.camunda.bpm.engine.rest.MetricsRestService;
import org.camunda.bpm.engine.rest.sub.externaltask.ExternalTaskResource;
import org.camunda.bpm.engine.rest.sub.metrics.MetricsResource;

/**
 * The resources that are shut in the engine's REST API and in the webapps' own APIs, because nothing here uses them:
 * the set-up of a first administrator, the work on external tasks with its long polling, and the metrics, which are
 * off. Jersey finds this class by itself and asks it about every method before serving it, so no spelling of a path
 * gets past it.
 */
public class ShutResources implements DynamicFeature {

    /** The name of a class that is not public API. */
    private static final String SET_UP = "org.camunda.bpm.admin.impl.web.SetupResource";

    private static final Set<Class<?>> METRICS = Set.of(MetricsRestService.class, MetricsResource.class);
    private static final Set<Class<?>> EXTERNAL_TASKS =
            Set.of(ExternalTaskRestService.class, ExternalTaskResource.class);
    /** The methods that Cockpit reads. */
    private static final Set<String> READING = Set.of("queryExternalTasks", "queryExternalTasksCount");

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Class<?> type = resource.getResourceClass();
        boolean shut = type.getName().equals(SET_UP)
                || isOneOf(METRICS, type)
                || isOneOf(EXTERNAL_TASKS, type) && !isReading(type, resource.getResourceMethod());
        if (shut) {
            context.register(Shut.class);
        }
    }

    private static boolean isOneOf(Set<Class<?>> services, Class<?> type) {
        return services.stream().anyMatch(service -> service.isAssignableFrom(type));
    }

    /** Returns whether the method only reads. Its annotations are on the interface, or on the class if it has none. */
    private static boolean isReading(Class<?> type, Method method) {
        return READING.contains(method.getName())
                || Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                        .flatMap(holder -> Arrays.stream(holder.getMethods()))
                        .anyMatch(other ->
                                other.getName().equals(method.getName()) && other.isAnnotationPresent(GET.class));
    }

    static class Shut implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            throw new NotFoundException();
        }
    }
}
