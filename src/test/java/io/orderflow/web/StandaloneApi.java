package io.orderflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** One controller over HTTP and nothing around it; problems show as their status, code and properties. */
public final class StandaloneApi {

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private StandaloneApi() {}

    /** @param refusals the classes that say the module's refusals */
    public static MockMvc of(Object controller, Object... refusals) {
        return MockMvcBuilders.standaloneSetup(controller)
                .setCustomArgumentResolvers(
                        new CallerResolver(), new IdempotencyKeyResolver(), new IfMatchResolver(wording()))
                .setControllerAdvice(Stream.concat(Stream.of(refusals), Stream.of(new Problems()))
                        .toArray())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(JSON))
                .setCustomReturnValueHandlers(new Problems())
                .build();
    }

    private static ViolationMessages wording() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        return new ViolationMessages(messages);
    }

    @ControllerAdvice
    private static class Problems implements HandlerMethodReturnValueHandler {

        @ExceptionHandler
        ApiProblem problem(ApiProblem thrown) {
            return thrown;
        }

        @Override
        public boolean supportsReturnType(MethodParameter type) {
            return type.getParameterType() == ApiProblem.class;
        }

        @Override
        public void handleReturnValue(
                Object returned, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
                throws IOException {
            container.setRequestHandled(true);
            ApiProblem problem = (ApiProblem) returned;
            HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
            response.setStatus(problem.status().value());
            JSON.writeValue(
                    response.getOutputStream(), Map.of("code", problem.code(), "properties", problem.properties()));
        }
    }
}
