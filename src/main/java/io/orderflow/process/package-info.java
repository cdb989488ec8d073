/** Where the diagram meets the modules: one delegate per service task, and the modules' news carried to the engine. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "order",
            "inventory",
            "coupon",
            "payment",
            "shipping",
            "notification",
            "returns",
            "cases",
            "web"
        })
@org.jspecify.annotations.NullMarked
package io.orderflow.process;
