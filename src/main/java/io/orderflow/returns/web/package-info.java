/** Returns over HTTP. */
@org.jspecify.annotations.NullMarked
package io.orderflow.returns.web;
