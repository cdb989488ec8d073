/**
 * The load benchmark: {@code ./mvnw -Pbenchmark verify} builds the application, starts the packaged jar on a real
 * PostgreSQL, counts what an order costs there, measures how many orders complete per second, and writes
 * {@code target/benchmark}. With {@code -Dbenchmark.only=count} it only counts, which takes about two minutes on an
 * idle machine. With {@code -Dbenchmark.only=isolation} it measures what a payment gateway that is slow, hangs or fails
 * slows down; {@code -Dbenchmark.outage=PT10M} says for how long it does.
 */
package io.orderflow.benchmark;
