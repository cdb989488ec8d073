/**
 * The answers that people may give to their tasks. They are checked inside the engine, below every API that completes a
 * task. The room also tells a delegate which person answered.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.answers;
