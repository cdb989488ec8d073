/** What may stand in a diagram or a table: its words, and what each of them may say. */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.model.words;
