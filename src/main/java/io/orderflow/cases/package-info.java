/** Cases: things that do not add up. Each is opened once, and stays open until a person has resolved it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "web"})
@org.jspecify.annotations.NullMarked
package io.orderflow.cases;
