package io.orderflow.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A mark, for the API document, of a write that takes an {@code Idempotency-Key}, but has no parameter for it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "Idempotency-Key",
        in = ParameterIn.HEADER,
        schema = @Schema(type = "string"),
        description = "1 to 255 printable ASCII characters; the same key answers as the first time")
public @interface TakesIdempotencyKey {}
