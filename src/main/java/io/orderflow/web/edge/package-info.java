/**
 * The filters before the controllers, and the answers to requests that reach no controller. It uses the base package.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.edge;
