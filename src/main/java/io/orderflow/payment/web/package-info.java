/** What the payment gateway notifies of, and its books held against ours, over HTTP. */
package io.orderflow.payment.web;
