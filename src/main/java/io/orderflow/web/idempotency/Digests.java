package io.orderflow.web.idempotency;

import io.orderflow.web.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digests by which requests are compared. */
final class Digests {

    private Digests() {}

    /**
     * Returns the digest of a request. The caller comes last in its text: method, path and key contain no line breaks,
     * so two different requests never have the same text.
     */
    static IdempotencyKey key(HttpServletRequest request, String key, String caller) {
        String text = String.join("\n", request.getMethod(), request.getRequestURI(), key, caller);
        return new IdempotencyKey(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
