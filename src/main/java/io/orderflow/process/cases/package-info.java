/**
 * All of {@code ResolveCase} but what it shares with an order that is called off: <em>Record case resolution</em>,
 * <em>Resume order</em>, <em>Close case</em>; how its process begins, and which differences of payments become a case.
 * Uses the words of the base, what people answer, and what the watches know of processes that were lost.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.cases;
