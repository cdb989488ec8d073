/** Returns: what customers want to send back, what was decided about it, and what they get for it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.returns;
