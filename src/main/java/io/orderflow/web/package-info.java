/** What all of the HTTP surface shares: problems, pages, who calls, idempotency keys, how long a caller waits. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = "shared",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package io.orderflow.web;
