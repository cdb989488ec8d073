/** Returns: the requests of customers to send goods back, the decisions, the inspections and the refunds. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.returns;
