/**
 * A payment gateway as a process of its own: it speaks Toss Payments' core API, keeps books that nobody else writes, and
 * fails in every way that it is told to.
 */
package io.orderflow.force.gateway;
