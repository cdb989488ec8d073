/**
 * Mutations of the diagrams: {@code ./mvnw -Pmutations test} changes each element of {@code processes/*.bpmn} in every
 * way that {@link io.orderflow.mutations.Mutator} knows, one change at a time, and expects that the check of models or
 * the tests of the diagrams notice it. {@code target/mutations/report.md} names what they did not notice;
 * {@code -Dmutations.sample=6} tries the tests with six of the mutants that the check lets pass.
 */
package io.orderflow.mutations;
