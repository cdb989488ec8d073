/**
 * The values that all modules use. A value rejects a wrong argument in its constructor. This base package depends on no
 * framework.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package io.orderflow.shared;
