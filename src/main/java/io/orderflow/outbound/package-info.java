/**
 * The common parts of all requests to the gateway and to carriers: a request is stored first, made by a worker outside
 * of any transaction, and its answer is stored once.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.orderflow.outbound;
