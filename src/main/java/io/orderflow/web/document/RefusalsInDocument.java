package io.orderflow.web.document;

import io.orderflow.web.Refuses;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** The customizer that writes the problems of {@link Refuses} into the API document. */
@Component
class RefusalsInDocument implements OperationCustomizer {

    private static final String[] ALWAYS = {"401 UNAUTHORIZED", "403 FORBIDDEN"};

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Refuses refuses = method.getMethodAnnotation(Refuses.class);
        if (refuses != null) {
            Stream.of(refuses.value(), ALWAYS)
                    .flatMap(Stream::of)
                    .map(refusal -> refusal.split(" ", 2))
                    .forEach(refusal -> operation.getResponses().addApiResponse(refusal[0], problem(refusal[1])));
        }
        return operation;
    }

    private static ApiResponse problem(String codes) {
        return new ApiResponse()
                .description(codes)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
    }
}
