/**
 * The order: what was bought, where it stands, what happened to it, and which way it may go from there. This is the
 * base: the values, what other modules hear, and what they must supply. Uses none of its rooms; they use it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.order;
