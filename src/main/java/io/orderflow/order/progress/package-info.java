/** What the process tells the order on its way. Other modules call it here. Uses the base and the aggregate. */
@org.springframework.modulith.NamedInterface("progress")
package io.orderflow.order.progress;
