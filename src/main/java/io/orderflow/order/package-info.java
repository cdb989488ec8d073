/** The order: what was bought, where it stands, what happened to it, and which way it may go from there. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.order;
