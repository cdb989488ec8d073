/** The rules over what is deployed together: that it does not stop the shop, and harms neither it nor its customers. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.model.rules;
