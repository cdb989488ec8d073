/** What the payment gateway notifies of, over HTTP. */
package io.orderflow.payment.web;
