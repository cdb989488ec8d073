/**
 * A payment gateway as a process of its own: it speaks Toss Payments' core API, keeps books that nobody else writes,
 * and fails in every way that it is told to. {@code PUT /control/faults} at its control port tells it, as JSON:
 * {@code {"rates": {"HANG": 1.0}, "latencyMillis": 0, "seed": 1, "ignoreIdempotencyKeys": false, "webhooks": 7}} makes
 * every call hang, {@code "SERVER_ERROR": 1.0} makes every call fail, {@code "latencyMillis": 1000} makes every call
 * take a second. {@code GET /control/ledger} reads the books, {@code GET /control/sight} what it has seen.
 */
package io.orderflow.force.gateway;
