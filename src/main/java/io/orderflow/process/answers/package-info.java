/**
 * What people may answer to their tasks: held inside the engine, below every door through which a task is completed.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.answers;
