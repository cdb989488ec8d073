/**
 * The delegates of {@code ResolveCase}, except those that it shares with an order that is called off: <em>Record case
 * resolution</em>, <em>Resume order</em>, <em>Close case</em>. The room also starts the process of a case and makes
 * cases of discrepancies. It uses the vocabulary of the base package, {@code answers} and {@code watching}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.cases;
