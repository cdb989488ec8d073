/** The rules over what is deployed: which files a deployment may hold, and what may stand in them. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.model;
