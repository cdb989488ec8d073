/** Who may do what on which surface; who somebody is, the engine's user store says. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.security;
