/** What the payment gateway notifies of, and its books held against ours, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.web;
