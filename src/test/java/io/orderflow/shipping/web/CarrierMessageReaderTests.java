package io.orderflow.shipping.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderflow.shipping.inbox.CarrierMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierMessageReaderTests {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final CarrierMessageReader reader = new CarrierMessageReader(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void readsWhatTheContractNames() {
        var message = read("""
                {"type": "shipment.delivered", "timestamp": "2026-11-21T10:00:01Z", "data": {"eventId": "e1",
                 "carrier": "cj", "trackingNumber": "T1", "orderNumber": "ORD-1234", "statusDetail": "at the door",
                 "occurredAt": "2026-11-21T19:00:00.5+09:00"}}""");

        assertThat(message)
                .isEqualTo(new CarrierMessage(
                        "m1",
                        "shipment.delivered",
                        "cj",
                        "e1",
                        "T1",
                        "ORD-1234",
                        "at the door",
                        Instant.parse("2026-11-21T10:00:00.5Z")));
    }

    @Test
    void ignoresUnknownFields() {
        var message = read("""
                {"type": "shipment.in_transit", "new": [1], "data": {"orderNumber": "ORD-1234", "weight": {"g": 5}}}""");

        assertThat(message.orderNumber()).isEqualTo("ORD-1234");
        assertThat(message.carrier()).isEqualTo("unknown");
    }

    @Test
    void takesTheTimeOfTheMessageOrElseNowForAnAbsentOne() {
        String told = "{\"type\": \"label.printed\", \"timestamp\": \"2026-11-21T10:00:00Z\"}";
        String silent = "{\"type\": \"label.printed\", \"data\": null}";

        assertThat(read(told).occurredAt()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(read(silent).occurredAt()).isEqualTo(NOW);
    }

    @Test
    void cutsLongDetailsToWhatADatabaseKeeps() {
        var message = read(
                "{\"type\": \"shipment.failure\", \"data\": {\"trackingNumber\": \"T1\", \"statusDetail\": \"a\\u0000"
                        + "x".repeat(600) + "\"}}");

        assertThat(message.statusDetail()).startsWith("ax").hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void cutsLongDetailsBetweenTwoCharacters() {
        String detail = "x".repeat(499) + "\uD83D\uDE00" + "y".repeat(60_000);

        var message = read("""
                {"type": "shipment.failure", "data": {"trackingNumber": "T1", "statusDetail": "%s"}}""".formatted(detail));

        assertThat(message.statusDetail()).isEqualTo("x".repeat(499));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "[]",
                "\"text\"",
                "{",
                "{\"type\"",
                "{} {}",
                "{}",
                "{\"type\": 7}",
                "{\"type\": \"\"}",
                "{\"type\": \"shipment.delivered\"}",
                "{\"type\": \"shipment.delivered\", \"data\": []}",
                "{\"type\": \"shipment.delivered\", \"data\": \"T1\"}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": 12}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \" \"}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"T\\u00001\"}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"\\ud800\"}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"T1\", \"occurredAt\": \"yesterday\"}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"T1\", \"occurredAt\": \"\"}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"T1\", \"occurredAt\": 1614265330}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"T1\", \"occurredAt\": \"2026-11-21T10:00:00\"}}",
                "{\"type\": \"shipment.delivered\", \"data\": {\"trackingNumber\": \"T1\", \"occurredAt\": \"+999999999-01-01T00:00:00Z\"}}",
                "{\"type\": \"label.printed\", \"data\": {\"occurredAt\": \"-999999999-01-01T00:00:00Z\"}}"
            })
    void refusesWhatMakesNoSense(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(body));
    }

    @Test
    void refusesOverlongIds() {
        String overlong = "x".repeat(256);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"type\": \"label.printed\", \"data\": {\"eventId\": \"" + overlong + "\"}}"));
        assertThatIllegalArgumentException().isThrownBy(() -> read("{\"type\": \"" + overlong + "\"}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(overlong, "{\"type\": \"a\"}".getBytes(UTF_8)));
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read("m1", new byte[] {'{', '"', (byte) 0xff, '"'}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read("m1", "[".repeat(5000).getBytes(UTF_8)));
    }

    private CarrierMessage read(String body) {
        return reader.read("m1", body.getBytes(UTF_8));
    }
}
