package io.orderflow.shipping;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.context.annotation.Primary;

/**
 * A carrier behind HTTP for measuring with, never part of the application: {@code POST /shipments/{reference}} books
 * and {@code DELETE} recalls; 200 is a yes, 422 a no, and anything else neither. The environment says where, as
 * {@code CARRIER_URL}.
 */
@Primary
public class HttpCarrier implements Carrier {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final String url = System.getenv("CARRIER_URL");

    @Override
    public String name() {
        return "http";
    }

    @Override
    public boolean answersAtOnce() {
        return false;
    }

    @Override
    public Duration patience() {
        return LONGEST_ANSWER.plusSeconds(10);
    }

    @Override
    public BookingAnswer book(Booking booking) {
        try {
            HttpResponse<String> answer = ask(
                    "POST",
                    booking.reference(),
                    booking.idempotencyKey(),
                    booking.address().postalCode());
            return switch (answer.statusCode()) {
                case 200 -> new Booked(answer.body());
                case 422 -> new Refused(answer.body());
                default -> new Unknown("HTTP " + answer.statusCode());
            };
        } catch (IOException e) {
            return new Unknown(e.toString());
        }
    }

    @Override
    public RecallAnswer recall(Recall recall) {
        try {
            HttpResponse<String> answer = ask("DELETE", recall.reference(), recall.idempotencyKey(), "");
            return switch (answer.statusCode()) {
                case 200 -> new Recalled();
                case 422 -> new Refused(answer.body());
                default -> new Unknown("HTTP " + answer.statusCode());
            };
        } catch (IOException e) {
            return new Unknown(e.toString());
        }
    }

    private HttpResponse<String> ask(String method, String reference, String key, String body) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url + "/shipments/" + reference))
                            .timeout(LONGEST_ANSWER)
                            .header("Idempotency-Key", key)
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the answer", e);
        }
    }
}
