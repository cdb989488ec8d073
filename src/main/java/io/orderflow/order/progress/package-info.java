/** What the process tells the order on its way. Other modules call it here. Uses the base and the aggregate. */
@org.springframework.modulith.NamedInterface("progress")
@org.jspecify.annotations.NullMarked
package io.orderflow.order.progress;
