/**
 * What all calls to somebody outside have in common: stored first, made by workers outside of any transaction, answered
 * once.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.orderflow.outbound;
