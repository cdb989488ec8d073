/**
 * What every request passes before it reaches a controller, and what is answered when it reaches none. Uses the base.
 */
package io.orderflow.web.edge;
