package io.orderflow.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.web.HttpIntegrationTest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class KnownParametersIntegrationTests extends HttpIntegrationTest {

    static List<String> calls() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/access-matrix.txt")).stream()
                .filter(line -> line.matches("[A-Z]+ /api/.*"))
                .map(line -> line.split(" +", 3))
                .map(words ->
                        words[0] + " " + words[1].replaceAll("\\{version}", "1").replaceAll("\\{\\w+}", "X"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void refusesAParameterThatTheMethodDoesNotTake(String call) {
        String[] words = call.split(" ");

        HttpResponse<String> answer = send(request(
                        words[1] + "?pagee=1", words[1].startsWith("/api/models") ? "analyst" : "ops")
                .header("Content-Type", words[0].equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(words[0], words[0].equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));

        if (answer.statusCode() != 415) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            JsonNode errors = json(answer).get("errors");
            assertThat(errors.at("/0/field").asText()).isEqualTo("pagee");
            assertThat(errors.at("/0/message").asText()).isEqualTo("is not known here");
        } else {
            assertThat(call).startsWith("P");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/orders?status=PAID&customerId=alice&from=2026-01-01&to=2026-12-31&page=0&size=5&sort=orderedAt,desc",
                "/api/customers/alice/orders?page=0&size=5&sort=orderedAt",
                "/api/products?page=0&size=5&sort=sku",
                "/api/cases?state=OPEN&page=0&size=5",
                "/api/reconciliations?page=0&size=5"
            })
    void takesThoseOfTheContract(String path) {
        assertThat(get(path, "ops").statusCode()).isEqualTo(200);
    }

    @Test
    void leavesWebhooksAlone() {
        assertThat(post("/webhooks/nobody?x=1", null, "{}").statusCode()).isEqualTo(404);
    }
}
