/**
 * The carriers: a simulated one, and a manual one for parcels that people hand over. It uses the base package and
 * {@code inbox}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.shipping.carriers;
