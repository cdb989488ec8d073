/** Where the diagram meets the modules: one delegate per service task, and the modules' news carried to the engine. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "order",
            "order :: progress",
            "order :: reading",
            "inventory",
            "coupon",
            "payment",
            "shipping",
            "notification",
            "returns",
            "cases",
            "web"
        })
package io.orderflow.process;
