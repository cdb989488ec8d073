/** The payment module over HTTP: the webhook of the gateway, and reconciliations. */
@org.jspecify.annotations.NullMarked
package io.orderflow.payment.web;
