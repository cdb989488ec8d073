/** The annotations of transactions that are repeated. They are all that {@code shared} knows of a framework. */
@org.jspecify.annotations.NullMarked
package io.orderflow.shared.transactions;
