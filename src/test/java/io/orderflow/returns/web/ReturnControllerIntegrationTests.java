package io.orderflow.returns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.returns.OrderUnknown;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnNotPossible;
import io.orderflow.returns.ReturnNotPossible.Cause;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.returns.ReturnStatus;
import io.orderflow.returns.ReturnView;
import io.orderflow.returns.TooManyReturned;
import io.orderflow.shared.Actor;
import io.orderflow.shared.CustomerId;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Quantity;
import io.orderflow.shared.Sku;
import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

class ReturnControllerIntegrationTests extends HttpIntegrationTest {

    private static final OrderNumber ORDER = new OrderNumber("ORD-20261122-A3F8K2M9");
    private static final String PATH = "/api/orders/" + ORDER + "/returns";
    private static final ReturnView REQUESTED = new ReturnView(
            new ReturnId(ORDER + "-RET1"),
            ORDER,
            ReturnStatus.REQUESTED,
            ReturnReason.DEFECTIVE,
            "Sticky",
            List.of(new ReturnView.Item(new Sku("KEYBOARD-01"), new Quantity(2), null)),
            Money.won(160_200),
            Instant.parse("2026-11-22T09:15:30.123Z"),
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    @MockitoBean
    private ReturnService returns;

    @Test
    void takesARequestAndSaysWhatWillBeRefunded() throws Exception {
        when(returns.request(any())).thenReturn(REQUESTED);

        HttpResponse<String> answer = post(
                PATH,
                "alice",
                "{\"reason\": \"DEFECTIVE\", \"comment\": \"Sticky\", "
                        + "\"items\": [{\"sku\": \"KEYBOARD-01\", \"quantity\": 1}, {\"sku\": \"KEYBOARD-01\", \"quantity\": 1}]}");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = json(answer);
        assertThat(body.path("returnId").asText()).isEqualTo("ORD-20261122-A3F8K2M9-RET1");
        assertThat(body.path("status").asText()).isEqualTo("REQUESTED");
        assertThat(body.path("refundAmount").asLong()).isEqualTo(160_200);
        assertThat(body.at("/items/0/sku").asText()).isEqualTo("KEYBOARD-01");
        assertThat(body.at("/items/0/quantity").asInt()).isEqualTo(2);
        assertThat(asked())
                .isEqualTo(new RequestReturn(
                        ORDER,
                        Optional.of(new CustomerId("alice")),
                        new Actor("alice"),
                        ReturnReason.DEFECTIVE,
                        "Sticky",
                        Map.of(new Sku("KEYBOARD-01"), new Quantity(2))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'reason': 'OTHER'}", "{'reason': 'OTHER', 'comment': null, 'items': []}"})
    void opsRequestAllThatIsLeftOfAnyonesOrder(String body) throws Exception {
        when(returns.request(any())).thenReturn(REQUESTED);

        HttpResponse<String> answer = post(PATH, "ops", body.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(asked())
                .isEqualTo(new RequestReturn(
                        ORDER, Optional.empty(), new Actor("ops"), ReturnReason.OTHER, null, Map.of()));
    }

    @Test
    void repeatUnderOneKeyIsAnsweredAsTheFirstTime() throws Exception {
        when(returns.request(any())).thenReturn(REQUESTED);

        HttpResponse<String> first =
                send(posting(PATH, "alice", "{\"reason\": \"OTHER\"}").header("Idempotency-Key", "once"));
        HttpResponse<String> again =
                send(posting(PATH, "alice", "{\"reason\": \"OTHER\"}").header("Idempotency-Key", "once"));

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        verify(returns, times(1)).request(any());
        assertThat(asked().requestKey()).matches("[0-9a-f]{64}");
    }

    @Test
    void listsReturnsAsTheContractNamesThem() throws Exception {
        ReturnView rejected = new ReturnView(
                new ReturnId(ORDER + "-RET1"),
                ORDER,
                ReturnStatus.REJECTED,
                ReturnReason.OTHER,
                null,
                List.of(new ReturnView.Item(new Sku("MOUSE-01"), new Quantity(1), null)),
                Money.ZERO,
                Instant.parse("2026-11-22T09:15:30.123Z"),
                new Actor("ops"),
                Instant.parse("2026-11-23T09:15:30.123Z"),
                "Worn",
                null,
                null,
                null,
                null);
        when(returns.ofOrder(ORDER, Optional.of(new CustomerId("alice")))).thenReturn(List.of(rejected));

        JsonNode body = json(get(PATH, "alice"));

        assertThat(body.get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "returnId",
                        "orderNumber",
                        "status",
                        "reason",
                        "comment",
                        "items",
                        "refundAmount",
                        "requestedAt",
                        "decidedBy",
                        "decidedAt",
                        "decisionReason",
                        "receivedAt",
                        "inspectedBy",
                        "inspectedAt",
                        "refundedAt");
        assertThat(body.get(0).path("requestedAt").asText()).isEqualTo("2026-11-22T09:15:30.123Z");
        assertThat(body.get(0).path("decisionReason").asText()).isEqualTo("Worn");
        assertThat(body.get(0).path("comment").isNull()).isTrue();
    }

    @Test
    void refusalsHaveTheCodesOfTheContract() throws Exception {
        ReturnNotPossible notPossible = mock();
        TooManyReturned tooMany = mock();
        OrderUnknown unknown = mock();
        when(notPossible.cause()).thenReturn(Cause.ANOTHER_OPEN);
        when(notPossible.deadline()).thenReturn(Optional.empty());
        when(tooMany.skus()).thenReturn(List.of(new Sku("KEYBOARD-01"), new Sku("MOUSE-01")));
        when(returns.request(any())).thenThrow(notPossible).thenThrow(tooMany).thenThrow(unknown);
        when(returns.ofOrder(any(), any())).thenThrow(unknown);

        assertProblem(post(PATH, "alice", "{\"reason\": \"OTHER\"}"), 409, "RETURN_NOT_POSSIBLE");
        HttpResponse<String> quantity = post(PATH, "alice", "{\"reason\": \"OTHER\"}");
        assertProblem(quantity, 422, "RETURN_QUANTITY");
        assertThat(json(quantity).path("detail").asText()).contains("KEYBOARD-01, MOUSE-01");
        assertProblem(post(PATH, "alice", "{\"reason\": \"OTHER\"}"), 404, "ORDER_NOT_FOUND");
        assertProblem(get(PATH, "alice"), 404, "ORDER_NOT_FOUND");
        assertProblem(get("/api/orders/no/returns", "alice"), 404, "ORDER_NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void saysWhichOfItsCausesAppliesInBothLanguages(Cause cause) throws Exception {
        refuse(cause, cause == Cause.WINDOW_CLOSED ? Instant.EPOCH : null);

        JsonNode english = refused("en");
        JsonNode korean = refused("ko");

        assertThat(english.path("cause").asText())
                .isEqualTo(korean.path("cause").asText())
                .isEqualTo(cause.name());
        assertThat(english.path("detail").asText())
                .doesNotContain("cause")
                .doesNotContain("{")
                .containsPattern("[a-z]");
        assertThat(korean.path("detail").asText()).doesNotContain("cause").containsPattern("[가-힣]");
        assertThat(english.has("deadline")).isEqualTo(cause == Cause.WINDOW_CLOSED);
    }

    @Test
    void saysInSeoulsTimeWhenTheWindowClosed() throws Exception {
        refuse(Cause.WINDOW_CLOSED, Instant.parse("2026-11-29T14:59:59.999Z"));

        JsonNode english = refused("en");
        JsonNode korean = refused("ko");

        assertThat(english.path("detail").asText())
                .isEqualTo("For this reason the goods could come back until 2026-11-29 23:59:59 (Seoul time).");
        assertThat(korean.path("detail").asText()).contains("2026-11-29 23:59:59(서울 시간)");
        assertThat(english.path("deadline").asText()).isEqualTo("2026-11-29T14:59:59.999Z");
    }

    private JsonNode refused(String language) {
        HttpResponse<String> answer =
                send(posting(PATH, "alice", "{\"reason\": \"OTHER\"}").header("Accept-Language", language));
        assertProblem(answer, 409, "RETURN_NOT_POSSIBLE");
        return json(answer);
    }

    private void refuse(Cause cause, Instant deadline) throws Exception {
        ReturnNotPossible notPossible = mock();
        when(notPossible.cause()).thenReturn(cause);
        when(notPossible.deadline()).thenReturn(Optional.ofNullable(deadline));
        when(returns.request(any())).thenThrow(notPossible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | reason",
                "{'reason': 'BORED'} | reason",
                "{'reason': 1} | reason",
                "{'reason': 'OTHER', 'refundAmount': 1} | refundAmount",
                "{'reason': 'OTHER', 'items': [{'sku': 'A', 'quantity': 0}]} | items[0].quantity",
                "{'reason': 'OTHER', 'items': [{'sku': 'A', 'quantity': 1000}]} | items[0].quantity",
                "{'reason': 'OTHER', 'items': [{'sku': 'A', 'quantity': 1.5}]} | items[0].quantity",
                "{'reason': 'OTHER', 'items': [{'sku': 'A'}]} | items[0].quantity",
                "{'reason': 'OTHER', 'items': [{'quantity': 1}]} | items[0].sku",
                "{'reason': 'OTHER', 'items': [{'sku': 'lower', 'quantity': 1}]} | items[0].sku",
                "{'reason': 'OTHER', 'items': [{'sku': 'A', 'quantity': 1, 'restock': true}]} | items[0].restock",
                "{'reason': 'OTHER', 'items': [null]} | items[0]"
            })
    void namesWhatIsWrongWithTheRequest(String body, String field) {
        HttpResponse<String> answer = post(PATH, "alice", body.replace('\'', '"'));

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
        verifyNoInteractions(returns);
    }

    @Test
    void refusesACommentBeyondItsLength() throws Exception {
        when(returns.request(any())).thenReturn(REQUESTED);

        assertProblem(
                post(PATH, "alice", "{\"reason\": \"OTHER\", \"comment\": \"" + "x".repeat(501) + "\"}"),
                400,
                "VALIDATION_FAILED");
        assertThat(post(PATH, "alice", "{\"reason\": \"OTHER\", \"comment\": \"" + "x".repeat(500) + "\"}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void neitherAnalystsNorStrangersGetAnywhere() {
        assertProblem(post(PATH, "analyst", "{\"reason\": \"OTHER\"}"), 403, "FORBIDDEN");
        assertProblem(get(PATH, "analyst"), 403, "FORBIDDEN");
        assertProblem(get(PATH, null), 401, "UNAUTHORIZED");
        verifyNoInteractions(returns);
    }

    private RequestReturn asked() throws Exception {
        ArgumentCaptor<RequestReturn> asked = ArgumentCaptor.captor();
        verify(returns).request(asked.capture());
        return asked.getValue();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("code").asText()).isEqualTo(code);
    }
}
