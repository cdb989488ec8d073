package io.orderflow.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseView;
import io.orderflow.cases.Finding;
import io.orderflow.web.HttpIntegrationTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class CaseControllerIntegrationTests extends HttpIntegrationTest {

    @Autowired
    CaseRegister cases;

    @Test
    void showsCase() {
        CaseView opened = open("the gateway has 100 won, we have none");

        JsonNode found = json(get("/api/cases/" + opened.caseId(), "ops"));

        assertThat(found.get("caseId").asText()).isEqualTo(opened.caseId().value());
        assertThat(found.get("kind").asText()).isEqualTo("CHARGE_MISSING_HERE");
        assertThat(found.get("orderNumber").isNull()).isTrue();
        assertThat(found.get("finding").asText()).isEqualTo("the gateway has 100 won, we have none");
        assertThat(found.get("state").asText()).isEqualTo("OPEN");
        assertThat(found.has("outcome")).isTrue();
    }

    @Test
    void listsNewestFirstPageByPage() {
        CaseView older = open("older");
        CaseView newer = open("newer");

        JsonNode first = json(get("/api/cases?state=OPEN&size=1", "ops"));
        JsonNode second = json(get("/api/cases?state=OPEN&size=1&page=1", "ops"));

        assertThat(first.at("/content/0/caseId").asText())
                .isEqualTo(newer.caseId().value());
        assertThat(second.at("/content/0/caseId").asText())
                .isEqualTo(older.caseId().value());
        assertThat(first.at("/page/totalElements").asLong()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASE-999999999", "CASE-0", "CASE-99999999999999999999", "17", "case-1"})
    void knowsNoOther(String id) {
        var answer = get("/api/cases/" + id, "ops");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("code").asText()).isEqualTo("CASE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=HALF_OPEN", "size=0", "page=-1", "page=x"})
    void refusesWhatMakesNoSense(String query) {
        var answer = get("/api/cases?" + query, "ops");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("code").asText()).isEqualTo("VALIDATION_FAILED");
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(query.split("=")[0]);
    }

    private CaseView open(String words) {
        return cases.open(new Finding(
                CaseKind.CHARGE_MISSING_HERE, UUID.randomUUID().toString(), Optional.empty(), words, "100"));
    }
}
