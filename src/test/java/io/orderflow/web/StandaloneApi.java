package io.orderflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** One controller over HTTP and nothing around it; problems show as their status, code and properties. */
public final class StandaloneApi {

    private static final ObjectMapper JSON = Jackson2ObjectMapperBuilder.json()
            .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private StandaloneApi() {}

    public static MockMvc of(Object controller) {
        return MockMvcBuilders.standaloneSetup(controller)
                .setCustomArgumentResolvers(
                        new CallerResolver(), new IdempotencyKeyResolver(), new IfMatchResolver(wording()))
                .setHandlerExceptionResolvers(
                        (request, response, handler, thrown) ->
                                thrown instanceof ApiProblem problem ? answer(response, problem) : null,
                        new DefaultHandlerExceptionResolver())
                .setMessageConverters(new MappingJackson2HttpMessageConverter(JSON))
                .build();
    }

    private static ViolationMessages wording() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        return new ViolationMessages(messages);
    }

    private static ModelAndView answer(HttpServletResponse response, ApiProblem problem) {
        try {
            response.setStatus(problem.status().value());
            JSON.writeValue(
                    response.getOutputStream(), Map.of("code", problem.code(), "properties", problem.properties()));
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
