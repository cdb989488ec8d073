/** What carriers tell, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.web;
