/**
 * The common parts of all HTTP endpoints: problems, pages, the caller, idempotency keys, and waiting for an outcome.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = "shared",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package io.orderflow.web;
