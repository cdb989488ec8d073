/** Returns over HTTP. */
package io.orderflow.returns.web;
