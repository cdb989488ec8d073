/** The sources of order numbers, one class for each kind. It uses the base package. */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.numbers;
