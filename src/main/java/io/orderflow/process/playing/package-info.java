/**
 * Models that are not in use yet, played on orders that exist nowhere: an engine of its own in memory, steps that give
 * the answers of a story, and a clock that jumps. Neither the application's engine nor its data is touched.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.playing;
