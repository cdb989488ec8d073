/**
 * Where the diagrams meet the modules. The base holds the words that all its rooms share, carries what the modules tell
 * to the processes that wait for it, and answers what orders and shipments ask; it uses none of the rooms. Those that
 * carry out the diagrams are named after their parts: {@code placing}, {@code paying}, {@code shipping},
 * {@code givingback}, {@code returning}, {@code cases}, {@code telling}.
 */
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
@org.jspecify.annotations.NullMarked
package io.orderflow.process;
