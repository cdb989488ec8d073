package io.orderflow.shipping.web;

import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import io.orderflow.web.ApiProblem;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The endpoint for webhooks of carriers about parcels. A message is stored, and applied if possible, before it is
 * answered.
 */
@RestController
@Tag(name = "Webhooks")
class CarrierWebhook {

    private static final int LONGEST_BODY = 64 * 1024;

    private final CarrierSignature signature;
    private final CarrierMessageReader reader;
    private final CarrierInbox inbox;

    CarrierWebhook(CarrierSignature signature, CarrierMessageReader reader, CarrierInbox inbox) {
        this.signature = signature;
        this.reader = reader;
        this.inbox = inbox;
    }

    /**
     * Takes one signed message. A repeated message gets the same answer and has no second effect.
     *
     * @throws ApiProblem 404 {@code NOT_FOUND} if no secret is configured, 401 {@code WEBHOOK_SIGNATURE} if the
     *     signature is missing or not valid or its time is too far off, 422 {@code WEBHOOK_BODY} if the body has
     *     another shape or is longer than 64 KiB
     */
    @PostMapping("/webhooks/carrier")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(
            @RequestHeader(name = "webhook-id", required = false) @Nullable String id,
            @RequestHeader(name = "webhook-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "webhook-signature", required = false) @Nullable String signatures,
            InputStream content)
            throws IOException {
        if (!signature.hasSecret()) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        if (id == null || !signature.isPossible(id, timestamp, signatures)) {
            throw new ApiProblem(HttpStatus.UNAUTHORIZED, "WEBHOOK_SIGNATURE"); // The body of a stranger is not read.
        }
        byte[] body = content.readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "WEBHOOK_BODY");
        }
        if (!signature.isRight(id, timestamp, signatures, body)) {
            throw new ApiProblem(HttpStatus.UNAUTHORIZED, "WEBHOOK_SIGNATURE");
        }
        inbox.receive(read(id, body));
    }

    private CarrierMessage read(String id, byte[] body) {
        try {
            return reader.read(id, body);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "WEBHOOK_BODY");
        }
    }
}
