package io.orderflow.web.document;

import io.orderflow.shared.Actor;
import io.orderflow.shared.CouponCode;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.web.Caller;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.IfMatch;
import io.orderflow.web.WaitFor;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The OpenAPI document: the parts that all operations have in common, and the headers of our parameter types. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, WaitFor.class, IdempotencyKey.class, IfMatch.class)
                .replaceWithClass(Actor.class, String.class)
                .replaceWithClass(CouponCode.class, String.class)
                .replaceWithClass(CustomerId.class, String.class)
                .replaceWithClass(Money.class, Long.class)
                .replaceWithClass(OrderNumber.class, String.class)
                .replaceWithClass(Quantity.class, Integer.class)
                .replaceWithClass(Sku.class, String.class);
    }

    @Bean
    OpenAPI openApi(@Value("${info.app.version:}") String version) {
        return new OpenAPI()
                .info(new Info().title("Orderflow").version(version).description("""
                        Orders from placing to return. Times are ISO-8601 with offset, money is whole Korean won. \
                        Every error is application/problem+json with a stable code."""))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSchemas("Problem", problem()))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    @Bean
    OperationCustomizer headersAndProblems() {
        return (operation, method) -> {
            if (takes(method, WaitFor.class)) {
                header(
                        operation,
                        "Prefer",
                        "wait=N: wait up to N seconds (at most 30, 5 without it) for the order to settle");
            }
            if (takes(method, IdempotencyKey.class)) {
                header(
                        operation,
                        "Idempotency-Key",
                        "1 to 255 printable ASCII characters; the same key answers as the first time");
            }
            if (takes(method, IfMatch.class)) {
                header(
                        operation,
                        "If-Match",
                        "* or a list of ETags: nothing is changed unless one of them still holds");
            }
            operation
                    .getResponses()
                    .setDefault(new ApiResponse()
                            .description("A problem")
                            .content(new Content()
                                    .addMediaType(
                                            "application/problem+json", new MediaType().schema(reference("Problem")))));
            return operation;
        };
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static void header(Operation operation, String name, String description) {
        operation.addParametersItem(new Parameter()
                .in("header")
                .name(name)
                .description(description)
                .required(false)
                .schema(text()));
    }

    private static Schema<?> problem() {
        Schema<?> violation = of("object").addProperty("field", text()).addProperty("message", text());
        return of("object")
                .description("RFC 9457 problem; more members depend on the code")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", of("integer"))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("code", text())
                .addProperty(
                        "cause", text().description("Which of several causes the code has; only where it has several"))
                .addProperty("errors", of("array").items(violation));
    }

    private static Schema<?> reference(String name) {
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static Schema<?> text() {
        return of("string");
    }

    /** Returns a schema with both forms of a type: OpenAPI 3.0 reads {@code type}, and 3.1 reads {@code types}. */
    private static Schema<?> of(String type) {
        return new Schema<>().type(type).types(Set.of(type));
    }
}
