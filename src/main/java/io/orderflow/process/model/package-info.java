/** The rules about models: which files a deployment may have, and what may be in them. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.model;
