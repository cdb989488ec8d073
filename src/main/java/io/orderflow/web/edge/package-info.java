/**
 * What every request passes before it reaches a controller, and what is answered when it reaches none. Uses the base.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.edge;
