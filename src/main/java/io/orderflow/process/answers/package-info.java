/**
 * What people may answer to their tasks: held inside the engine, below every door through which a task is completed;
 * and the person who answered, for the step that keeps it.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.answers;
