package io.orderflow.payment.web;

import io.orderflow.payment.PaymentService;
import io.orderflow.web.ApiProblem;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The endpoint for webhooks of the payment gateway. They are not signed: each is only a hint to read the payment back.
 */
@RestController
@Tag(name = "Webhooks")
class PaymentWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentWebhook.class);
    private static final int LONGEST_BODY = 64 * 1024;

    private final PaymentWebhookSecret configured;
    private final PaymentService payments;

    PaymentWebhook(PaymentWebhookSecret configured, PaymentService payments) {
        this.configured = configured;
        this.payments = payments;
    }

    /**
     * Takes one webhook. A repeated, late or forged one gets the same answer and changes nothing by itself.
     *
     * @throws ApiProblem 404 {@code NOT_FOUND} if the secret is not a configured one, 422 {@code UNPROCESSABLE} if the
     *     body is no JSON object or longer than 64 KiB
     */
    @PostMapping("/webhooks/payments/{secret}")
    void take(@PathVariable("secret") String secret, InputStream content) throws IOException {
        if (!configured.is(secret)) {
            throw new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        byte[] body = content.readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "UNPROCESSABLE");
        }
        read(body)
                .order()
                .ifPresentOrElse(payments::hint, () -> LOG.info("a payment notification names no order: ignored"));
    }

    private static PaymentNotice read(byte[] body) {
        try {
            return PaymentNotice.read(body);
        } catch (IllegalArgumentException e) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "UNPROCESSABLE");
        }
    }
}
