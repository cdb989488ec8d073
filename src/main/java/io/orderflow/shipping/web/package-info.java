/** The webhook of carriers, over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.web;
