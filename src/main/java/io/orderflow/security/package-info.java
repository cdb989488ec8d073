/** The security of all HTTP paths: which group may call what. The users are in the engine's user store. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.security;
