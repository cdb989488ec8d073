/**
 * The rules about diagrams, tables and forms that are deployed together: they must not harm the shop or its customers.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.model.rules;
