/**
 * The order: its lines, its status with the allowed moves, and its audit trail. This base package holds the values, the
 * events for other modules, and the ports that other modules implement. The rooms use it, and it uses none of them.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.order;
