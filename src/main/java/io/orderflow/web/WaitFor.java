package io.orderflow.web;

import java.time.Duration;

/**
 * How long the caller is willing to wait for the process to settle ({@code Prefer: wait=N}, RFC 7240); controllers take
 * it as a method parameter.
 *
 * @param limit 0 to 30 seconds; 5 without the header
 */
public record WaitFor(Duration limit) {}
