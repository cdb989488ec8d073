/** Returns: what customers want to send back, what was decided about it, and what they get for it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
package io.orderflow.returns;
