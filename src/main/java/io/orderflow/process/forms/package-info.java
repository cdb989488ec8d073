/** What people read on the forms of their tasks, asked of the modules at that moment and kept nowhere. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.forms;
