package io.orderflow.web;

/**
 * The identity of a write: a digest of its caller, method, path and {@code Idempotency-Key} header. Controllers take it
 * as a method parameter, which is null if the header is absent.
 *
 * @param digest 64 hexadecimal digits
 */
public record IdempotencyKey(String digest) {}
