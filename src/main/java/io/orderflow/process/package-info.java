/**
 * The module in which the diagrams meet the other modules. Its base package has the vocabulary that all rooms share,
 * correlates events of the modules with the processes that wait for them, and fills in the ports of orders and
 * shipments; it uses none of the rooms. The rooms that carry out the diagrams are named after parts of the diagrams:
 * {@code placing}, {@code paying}, {@code shipping}, {@code givingback}, {@code returning}, {@code cases},
 * {@code telling}.
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
