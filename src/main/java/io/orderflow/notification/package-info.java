/**
 * Tells customers what happens to their orders: once per occasion, in their language, after the change has been
 * committed.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "shared")
@org.jspecify.annotations.NullMarked
package io.orderflow.notification;
