package io.orderflow.payment.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.payment.reconciliation.FakeBooks;
import io.orderflow.payment.reconciliation.LedgerRows;
import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({FakeBooks.class, LedgerRows.class})
class ReconciliationControllerIntegrationTests extends HttpIntegrationTest {

    @Autowired
    FakeBooks gateway;

    @Autowired
    LedgerRows ledger;

    @Autowired
    Clock clock;

    final String order = "ORD-" + UUID.randomUUID();
    final String key = "key-" + UUID.randomUUID();
    LocalDate today;

    @BeforeEach
    void emptyBooks() {
        gateway.clear();
        ledger.clear();
        today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Seoul"));
    }

    @Test
    void answersWithTheCasesOfWhatDiffers() {
        gateway.charged(order, key, 20_000, clock.instant().minusSeconds(5));

        JsonNode result = json(reconcile("{}"));

        assertThat(result.get("from").asText()).isEqualTo(today.minusDays(1).toString());
        assertThat(result.get("to").asText()).isEqualTo(today.toString());
        assertThat(result.get("compared").asBoolean()).isTrue();
        assertThat(result.get("gateway").asText()).isEqualTo("simulated");
        assertThat(result.get("payments").asInt()).isOne();
        assertThat(result.get("movements").asInt()).isOne();
        assertThat(result.get("differences").asInt()).isOne();
        assertThat(result.at("/cases/0/kind").asText()).isEqualTo("CHARGE_MISSING_HERE");
        assertThat(result.at("/cases/0/orderNumber").asText()).isEqualTo(order);
        assertThat(result.at("/cases/0/finding").asText()).contains("the gateway has 20,000 won charged");
        JsonNode opened = json(get("/api/cases/" + result.at("/cases/0/caseId").asText(), "ops"));
        assertThat(opened.get("reference").asText()).isEqualTo(key);
    }

    @Test
    void comparesTheDaysAskedFor() {
        gateway.charged(order, key, 20_000, clock.instant().minusSeconds(5));
        LocalDate before = today.minusDays(2);

        JsonNode result = json(reconcile("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(before, before)));

        assertThat(result.get("from").asText()).isEqualTo(before.toString());
        assertThat(result.get("differences").asInt()).isZero();
        assertThat(result.get("cases")).isEmpty();
    }

    @Test
    void takesNoBodyForYesterdayAndToday() {
        HttpResponse<String> answer =
                send(request("/api/reconciliations", "ops").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void saysThatTheGatewayKeepsNoBooks() {
        gateway.keepNoBooks();

        HttpResponse<String> answer = reconcile("{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("compared").asBoolean()).isFalse();
        assertThat(json(answer).get("failure").isNull()).isTrue();
    }

    @Test
    void answers503WhenTheGatewayCannotBeRead() {
        gateway.beUnreadable();

        HttpResponse<String> answer = reconcile("{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).get("code").asText()).isEqualTo("GATEWAY_UNAVAILABLE");
        assertThat(json(get("/api/reconciliations?size=1", "ops"))
                        .at("/content/0/failure")
                        .asText())
                .isEqualTo("no answer in time");
    }

    @Test
    void listsNewestFirst() {
        long first = json(reconcile("{}")).get("reconciliationId").asLong();
        long second = json(reconcile("{}")).get("reconciliationId").asLong();

        JsonNode list = json(get("/api/reconciliations?size=2", "ops"));

        assertThat(list.at("/content/0/reconciliationId").asLong()).isEqualTo(second);
        assertThat(list.at("/content/1/reconciliationId").asLong()).isEqualTo(first);
        assertThat(list.at("/page/size").asInt()).isEqualTo(2);
    }

    @Test
    void takesExactlyThirtyOneDays() {
        assertThat(reconcile("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(today.minusDays(30), today))
                        .statusCode())
                .isEqualTo(200);
        assertRefused("{\"from\": \"%s\", \"to\": \"%s\"}".formatted(today.minusDays(31), today), "from");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\": \"2026-11-22\", \"to\": \"2026-11-21\"} | from",
                "{\"to\": \"2999-01-01\"} | to",
                "{\"from\": \"yesterday\"} | from",
                "{\"from\": 5} | from",
                "{\"since\": \"2026-11-21\"} | since",
                "{\"to\": \"2026-02-30\"} | to"
            })
    void refusesWhatMakesNoSense(String body, String field) {
        assertRefused(body, field);
    }

    private void assertRefused(String body, String field) {
        HttpResponse<String> answer = reconcile(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("code").asText()).isEqualTo("VALIDATION_FAILED");
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
    }

    private HttpResponse<String> reconcile(String body) {
        return post("/api/reconciliations", "ops", body);
    }
}
