/**
 * The facts that people read on the forms of their tasks. They are read from the modules at that moment and stored
 * nowhere.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.forms;
