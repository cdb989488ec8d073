package io.orderflow.web;

/**
 * What identifies a repeated write: a digest of caller, method, path and the {@code Idempotency-Key} header;
 * controllers take it as a method parameter, null when the header is absent.
 *
 * @param digest 64 hexadecimal digits
 */
public record IdempotencyKey(String digest) {}
