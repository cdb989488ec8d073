/** What does not add up and a person must look into: found once, kept until somebody has resolved it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.cases;
