/** The catalogue over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.inventory.web;
