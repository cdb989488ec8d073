/** Orders over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.order.web;
