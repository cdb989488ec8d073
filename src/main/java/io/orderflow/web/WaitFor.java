package io.orderflow.web;

import java.time.Duration;

/**
 * The longest time that the caller wants to wait for an outcome ({@code Prefer: wait=N}, RFC 7240). Controllers take it
 * as a method parameter.
 *
 * @param limit 0 to 30 seconds; 5 seconds without the header
 */
public record WaitFor(Duration limit) {}
