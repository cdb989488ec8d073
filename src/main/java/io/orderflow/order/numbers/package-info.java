/** What order numbers look like, one class for each way to make them. Uses the base. */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.numbers;
