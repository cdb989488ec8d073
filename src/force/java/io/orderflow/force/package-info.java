/**
 * The proof by force: {@code ./mvnw -Pforce verify} builds the application, runs the packaged jar on a real PostgreSQL
 * and against a gateway process that keeps its own books, lets customers, carrier and ops loose on it, kills it again
 * and again, and then holds every promise against those books. {@code target/force/report.txt} says what came of it;
 * {@code -Dforce.orders=5000} makes it as hard as one likes.
 */
package io.orderflow.force;
