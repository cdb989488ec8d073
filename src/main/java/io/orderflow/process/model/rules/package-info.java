/** The rules over what is deployed together: that it does not stop the shop, and harms neither it nor its customers. */
package io.orderflow.process.model.rules;
