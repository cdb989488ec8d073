/**
 * Values that every module speaks, and who our users are; values reject nonsense when made, and nothing here knows a
 * framework.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {},
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@org.jspecify.annotations.NullMarked
package io.orderflow.shared;
