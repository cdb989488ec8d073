/** What order numbers look like, one class for each way to make them. Uses the base. */
package io.orderflow.order.numbers;
