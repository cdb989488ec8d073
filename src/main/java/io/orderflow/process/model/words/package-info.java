/** The vocabulary of diagrams and tables: the elements and attributes they may have, and the values of each. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.model.words;
