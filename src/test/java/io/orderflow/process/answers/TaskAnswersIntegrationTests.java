package io.orderflow.process.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.Together;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.process.Shop;
import io.orderflow.shared.Money;
import io.orderflow.shared.OrderNumber;
import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.WebappSession;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.rest.dto.task.TaskDto;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** A task is completed by exactly its answer, through every door, and what it is about is none of it. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
@Import({Shop.class, GatewayClerk.class, WaitingTasks.class})
class TaskAnswersIntegrationTests extends HttpIntegrationTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> DOORS =
            List.of("/engine-rest/task/%s/complete", "/engine-rest/task/%s/submit-form");
    private static final List<String> SIDE_DOORS = List.of(
            "/engine-rest/engine/default/task/%s/complete",
            "/engine-rest/engine/default/task/%s/submit-form",
            "/engine-rest/task/%s/resolve",
            "/engine-rest/task/%s/bpmnError",
            "/engine-rest/task/%s/bpmnEscalation");
    private static final List<String> NOT_FOR_PEOPLE = List.of(
            "returnId",
            "refundId",
            "caseId",
            "result",
            "chargeStatus",
            "refundStatus",
            "bookingStatus",
            "recallStatus",
            "returnResult",
            "receipt",
            "callOffReason",
            "anything",
            "refundPayment");

    @Autowired
    Shop shop;

    @Autowired
    WaitingTasks waiting;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @EnumSource(TaskAnswers.class)
    void refusesEverythingElseThroughEveryDoor(TaskAnswers kind) throws Exception {
        Task task = waiting.of(kind);
        Map<String, Object> before = runtime.getVariables(task.getExecutionId());
        int events = events(waiting.order(task)).size();

        for (String door : DOORS) {
            for (Map<String, Object> wrong : wrongAnswers(kind)) {
                assertRefused(submit(door, task, wrong), door, wrong);
            }
        }
        for (String door : SIDE_DOORS) {
            Map<String, Object> wrong = with(right(kind), "returnId", "ORD-20261122-A3F8K2M9-RET1");
            assertRefused(submit(door, task, wrong), door, wrong);
        }
        for (String door : SIDE_DOORS.subList(2, 5)) {
            assertRefused(submit(door, task, right(kind)), door, right(kind));
        }

        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
        assertThat(runtime.getVariables(task.getExecutionId())).isEqualTo(before);
        assertThat(events(waiting.order(task))).hasSize(events);
    }

    @ParameterizedTest
    @EnumSource(TaskAnswers.class)
    void takesWhatTheFormSendsAndKeepsWhoCompletedItWithWhichAnswer(TaskAnswers kind) throws Exception {
        Task task = waiting.of(kind);
        OrderNumber order = waiting.order(task);
        Map<String, Object> answer = asSentByTheForm(kind, order);

        HttpResponse<String> taken = submit("/engine-rest/task/%s/submit-form", task, answer);

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(204);
        assertThat(events(order))
                .extracting(event -> event.get("sequence").asInt())
                .isEqualTo(Stream.iterate(1, i -> i + 1)
                        .limit(events(order).size())
                        .toList());
        JsonNode completed = events(order).stream()
                .filter(event -> event.get("type").asText().equals("TASK_COMPLETED"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(completed.get("actor").asText()).isEqualTo("ops");
        assertThat(completed.at("/data/task").asText()).isEqualTo(kind.task());
        assertThat(JSON.convertValue(completed.at("/data/answer"), Map.class)).isEqualTo(told(kind, answer));
        assertThat(JSON.convertValue(completed.at("/data/given"), List.class)).isEqualTo(named(kind, answer));
    }

    @ParameterizedTest
    @EnumSource(TaskAnswers.class)
    void takesOneOfEightAnswersThatComeAtOnce(TaskAnswers kind) throws Exception {
        Task task = waiting.of(kind);
        OrderNumber order = waiting.order(task);
        Map<String, Object> answer = asSentByTheForm(kind, order);

        List<Object> statuses = Together.run(
                8, i -> () -> submit(DOORS.get(i % 2), task, answer).statusCode());

        assertThat(statuses).filteredOn(status -> status.equals(204)).hasSize(1);
        assertThat(statuses)
                .filteredOn(status -> !status.equals(204))
                .isSubsetOf(400, 404, 409)
                .hasSize(7);
        assertThat(events(order))
                .filteredOn(event -> event.get("type").asText().equals("TASK_COMPLETED")
                        && event.at("/data/task").asText().equals(kind.task()))
                .hasSize(1);
    }

    @Test
    void doesNotReachAnotherOrdersReturn() throws Exception {
        Task own = waiting.returnToApprove();
        OrderNumber other = waiting.order(waiting.returnToApprove());
        OrderNumber order = waiting.order(own);

        HttpResponse<String> refused =
                submit(DOORS.get(0), own, Map.of("returnDecision", "APPROVE", "returnId", other + "-RET1"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("returnId").doesNotContain("Exception:");
        assertThat(returnStatus(order)).isEqualTo("REQUESTED");
        assertThat(returnStatus(other)).isEqualTo("REQUESTED");
    }

    @Test
    void doesNotSettleAnotherOrdersRefund() throws Exception {
        Task own = waiting.refundToSettle();
        OrderNumber other = waiting.order(waiting.refundToSettle());

        HttpResponse<String> refused = submit(
                DOORS.get(1),
                own,
                Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1", "refundId", other + "-R1"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(shop.order(other).refundedAmount()).isEqualTo(Money.ZERO);
        assertThat(shop.order(waiting.order(own)).refundedAmount()).isEqualTo(Money.ZERO);
    }

    /** However such an id should get there: nothing is done to what it names. */
    @Test
    void failsWhereAnIdDoesNotBelongToTheBusinessKey() throws Exception {
        Task decide = waiting.returnToApprove();
        Task settle = waiting.refundToSettle();
        OrderNumber other = waiting.order(waiting.returnToApprove());
        OrderNumber owed = waiting.order(waiting.refundToSettle());
        runtime.setVariable(decide.getProcessInstanceId(), "returnId", other + "-RET1");
        runtime.setVariable(settle.getProcessInstanceId(), "refundId", owed + "-R1");

        HttpResponse<String> decided = submit(DOORS.get(0), decide, Map.of("returnDecision", "APPROVE"));
        HttpResponse<String> settled =
                submit(DOORS.get(0), settle, Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", "BANK-1"));

        assertThat(decided.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(settled.statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(returnStatus(other)).isEqualTo("REQUESTED");
        assertThat(shop.order(owed).refundedAmount()).isEqualTo(Money.ZERO);
        assertThat(events(waiting.order(decide)))
                .noneMatch(event -> event.get("type").asText().equals("TASK_COMPLETED"));
    }

    @Test
    void opsWriteNoVariables() throws Exception {
        Task task = waiting.returnToApprove();
        String before = (String) runtime.getVariable(task.getProcessInstanceId(), "returnId");

        for (String claiming : List.of("unclaimed", "claimed")) {
            for (Write write : writes(task)) {
                assertThat(write(write).statusCode())
                        .as("%s: %s", claiming, write)
                        .isIn(400, 403);
            }
            post("/engine-rest/task/" + task.getId() + "/claim", "ops", "{\"userId\": \"ops\"}");
        }

        assertThat(runtime.getVariable(task.getProcessInstanceId(), "returnId")).isEqualTo(before);
        assertThat(tasks.getVariablesLocal(task.getId())).isEmpty();
    }

    @Test
    void countsNoAnswerOfAnEarlierTask() throws Exception {
        Task first = waiting.returnToApprove();
        OrderNumber order = waiting.order(first);
        submit(DOORS.get(0), first, Map.of("returnDecision", "REJECT", "decisionReason", "worn"));
        Task second = waiting.returnToApprove(order);

        assertThat(submit(DOORS.get(0), second, Map.of()).statusCode()).isEqualTo(400);
        assertThat(submit(DOORS.get(1), second, Map.of("returnDecision", "REJECT"))
                        .statusCode())
                .isEqualTo(400);

        Map<String, Object> own = Map.of("returnDecision", "REJECT", "decisionReason", "worn too");
        assertThat(submit(DOORS.get(1), second, own).statusCode()).isEqualTo(204);
    }

    @Test
    void takesGoodsForReceivedUnlessThisTasksAnswerSaysOtherwise() throws Exception {
        Task first = waiting.of(TaskAnswers.RECEIVE_GOODS);
        OrderNumber order = waiting.order(first);
        submit(DOORS.get(0), first, Map.of("received", false, "receiptNote", "Lost on the way"));
        submit(DOORS.get(0), waiting.returnToApprove(order), right(TaskAnswers.APPROVE_RETURN));

        HttpResponse<String> taken = submit(DOORS.get(0), waiting.of(order), Map.of());

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(204);
        assertThat(waiting.of(order).getTaskDefinitionKey()).isEqualTo("Task_InspectReturn");
        assertThat(returns(order).at("/0/status").asText()).isEqualTo("REJECTED");
        assertThat(returns(order).at("/0/decidedBy").asText()).isEqualTo("ops");
        assertThat(returns(order).at("/0/decisionReason").asText()).isEqualTo("Lost on the way");
        assertThat(returns(order).at("/1/status").asText()).isEqualTo("APPROVED");
    }

    /** As orders hold them that began before answers passed the engine by. */
    @Test
    void forgetsWhatAnEarlierTaskLeft() throws Exception {
        Task task = waiting.returnToApprove();
        OrderNumber order = waiting.order(task);
        runtime.setVariable(task.getProcessInstanceId(), "decisionReason", "worn");
        runtime.setVariableLocal(task.getExecutionId(), "decisionReason", "worn here");

        assertThat(submit(DOORS.get(0), task, Map.of("returnDecision", "REJECT"))
                        .statusCode())
                .isEqualTo(400);
        Map<String, Object> own = Map.of("returnDecision", "REJECT", "decisionReason", "torn");
        assertThat(submit(DOORS.get(0), task, own).statusCode()).isEqualTo(204);

        assertThat(returns(order).at("/0/decisionReason").asText()).isEqualTo("torn");
    }

    @Test
    void takesAnInspectionOfAnyLengthAndKeepsNoWordOfAnAddress() throws Exception {
        Task inspect = waiting.of(TaskAnswers.INSPECT_RETURN);
        Task failure = waiting.of(TaskAnswers.RESOLVE_SHIPPING_FAILURE);
        OrderNumber order = waiting.order(failure);

        String longText = " ".repeat(20_000) + inspection(waiting.order(inspect));

        HttpResponse<String> inspected = submit(DOORS.get(0), inspect, Map.of("inspection", longText));
        HttpResponse<String> resolved =
                submit(DOORS.get(0), failure, Map.of("resolution", "SHIP_AGAIN", "line1", "2 Teheran-ro"));

        assertThat(inspected.statusCode()).as(inspected.body()).isEqualTo(204);
        assertThat(resolved.statusCode()).as(resolved.body()).isEqualTo(204);
        assertThat(shop.order(order).shippingAddress().line1()).isEqualTo("2 Teheran-ro");
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceIdIn(failure.getProcessInstanceId())
                        .list())
                .noneMatch(variable ->
                        List.of("line1", "recipient", "failureDetail").contains(variable.getName()));
        assertThat(get("/api/orders/" + order + "/events", "alice").body()).doesNotContain("Teheran");
    }

    @Test
    void isTakenThroughTaskListsOwnDoor() throws Exception {
        Task task = waiting.returnToApprove();
        WebappSession ops = WebappSession.of(port, "ops", "tasklist");
        String path = "/camunda/api/engine/engine/default/task/" + task.getId() + "/submit-form";

        assertThat(ops.post(path, body(Map.of("returnDecision", "APPROVE", "returnId", "ORD-1-RET1")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ops.post(path, body(Map.of("returnDecision", "APPROVE"))).statusCode())
                .isEqualTo(204);
    }

    @Test
    void isGivenByWhoCompletesATaskThatWasDelegated() throws Exception {
        Task task = waiting.returnToApprove();
        String id = task.getId();
        post("/engine-rest/task/" + id + "/assignee", "admin", "{\"userId\": \"admin\"}");
        assertThat(post("/engine-rest/task/" + id + "/delegate", "ops", "{\"userId\": \"ops\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(submit(DOORS.get(1), task, Map.of("returnDecision", "APPROVE"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(submit("/engine-rest/task/%s/resolve", task, Map.of()).statusCode())
                .isEqualTo(204);

        assertThat(submit(DOORS.get(0), task, Map.of()).statusCode()).isEqualTo(400);
        assertThat(submit(DOORS.get(0), task, Map.of("returnDecision", "APPROVE"))
                        .statusCode())
                .isEqualTo(204);
    }

    /** Each member that the engine's REST API takes, so that a new one has to be thought about. */
    @Test
    void staysWithItsProcessWhateverAPersonChangesOfATask() throws Exception {
        Map<String, Object> harmless = Map.ofEntries(
                Map.entry("name", "Another name"),
                Map.entry("description", "Looked at"),
                Map.entry("assignee", "ops"),
                Map.entry("owner", "ops"),
                Map.entry("delegationState", "PENDING"),
                Map.entry("due", "2036-01-01T00:00:00.000+0000"),
                Map.entry("followUp", "2036-01-01T00:00:00.000+0000"),
                Map.entry("priority", 1),
                Map.entry("lastUpdated", "2036-01-01T00:00:00.000+0000"),
                Map.entry("taskState", "Completed"));
        Map<String, Object> refused = Map.of("caseInstanceId", "anything", "tenantId", "anything");
        Set<String> members = Stream.of(TaskDto.class.getMethods())
                .map(Method::getName)
                .filter(name -> name.startsWith("set"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .collect(Collectors.toSet());
        assertThat(Stream.of(harmless.keySet(), refused.keySet(), Set.of("id", "parentTaskId"))
                        .flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(members);

        for (Task task : List.of(waiting.returnToApprove(), drawnByAnAnalyst())) {
            Task other = tasks.newTask();
            tasks.saveTask(other);
            for (Map.Entry<String, Object> member : harmless.entrySet()) {
                assertThat(change(task, member.getKey(), member.getValue()))
                        .as(member.getKey())
                        .isEqualTo(204);
            }
            for (Map.Entry<String, Object> member : refused.entrySet()) {
                assertThat(change(task, member.getKey(), member.getValue()))
                        .as(member.getKey())
                        .isIn(204, 400);
            }
            assertThat(change(task, "parentTaskId", other.getId())).isEqualTo(400);
            tasks.deleteTask(other.getId(), true);

            Task left = tasks.createTaskQuery().taskId(task.getId()).singleResult();
            assertThat(left.getParentTaskId()).isNull();
            assertThat(left.getCaseInstanceId()).isNull();
            assertThat(left.getTenantId()).isNull();
            assertThat(left.getExecutionId()).isEqualTo(task.getExecutionId());
        }
    }

    /** What the diagram says of who may see a task cannot be added to, and a link says what it is. */
    @Test
    void opensATaskToNoOtherGroupAndKeepsItClaimable() throws Exception {
        Task task = waiting.returnToApprove();
        String links = "/engine-rest/task/" + task.getId() + "/identity-links";

        for (String user : List.of("ops", "admin")) {
            for (String link : List.of(
                    "{\"groupId\": \"analyst\", \"type\": \"candidate\"}",
                    "{\"groupId\": \"customer\", \"type\": \"candidate\"}",
                    "{\"groupId\": \"ops\"}",
                    "{\"userId\": \"ops\"}",
                    "{\"userId\": \"ops\", \"type\": \"reader\"}")) {
                assertThat(post(links, user, link).statusCode())
                        .as("%s: %s", user, link)
                        .isEqualTo(400);
            }
        }

        assertThat(post(links, "ops", "{\"userId\": \"ops\", \"type\": \"candidate\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post("/engine-rest/task/" + task.getId() + "/claim", "ops", "{\"userId\": \"ops\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(get("/engine-rest/task/" + task.getId(), "analyst").statusCode())
                .isIn(403, 404);
    }

    private int change(Task task, String member, Object value) throws Exception {
        return send(request("/engine-rest/task/" + task.getId(), "admin")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(JSON.writeValueAsString(Map.of(member, value)))))
                .statusCode();
    }

    @Test
    void ofAnAnalystsTaskIsWhateverMeansNothingToTheApplication() throws Exception {
        Task task = drawnByAnAnalyst();

        List<String> taken = Stream.of(
                        FreeAnswers.OURS,
                        TaskAnswers.names(),
                        List.of("refundPayment", "execution", "givenBeforeAt_u", "a.b", ""))
                .flatMap(Collection::stream)
                .toList();

        for (String name : taken) {
            assertThat(submit(DOORS.get(0), task, Map.of(name, "x")).statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
        for (Object value : unfitValues()) {
            assertThat(submit(DOORS.get(0), task, Map.of("colour", value)).statusCode())
                    .as("%s", value)
                    .isEqualTo(400);
        }
        assertThat(submit(DOORS.get(0), task, Map.of("colour", "x".repeat(4001)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(submit(
                                DOORS.get(0),
                                task,
                                IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "x" + i, i -> i)))
                        .statusCode())
                .isEqualTo(400);

        assertThat(submit(DOORS.get(0), task, Map.of("colour", "red", "pieces", 2, "gift", true))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void ofAnAnalystsTaskIsWhatItsFormAsksFor() throws Exception {
        Task task = drawnWithAForm();

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("colour", ""),
                Map.of("colour", "green"),
                Map.of("colour", true),
                Map.of("remark", "nothing else"),
                Map.of("colour", "red", "other", "x"),
                with(Map.of(), "colour", null))) {
            assertRefused(submit(DOORS.get(0), task, wrong), DOORS.get(0), wrong);
            assertRefused(submit(DOORS.get(1), task, wrong), DOORS.get(1), wrong);
        }

        assertThat(answered(task, Map.of("colour", "blue", "remark", "x", "why", "because", "parcel", "P1")))
                .isEqualTo(Map.of("colour", "blue", "remark", "x", "why", "because", "parcel", "P1"));
        assertThat(answered(task, Map.of("colour", "red"))).isEqualTo(Map.of("colour", "red"));
    }

    @Test
    void ofAnAnalystsTaskWithoutAFormReplacesTheLastOne() throws Exception {
        Task task = drawnByAnAnalyst();

        assertThat(answered(task, Map.of("colour", "red", "gift", true)))
                .isEqualTo(Map.of("colour", "red", "gift", true, "givenBeforeAt_u", "colour gift"));
        assertThat(answered(task, Map.of("colour", "blue")))
                .isEqualTo(Map.of("colour", "blue", "givenBeforeAt_u", "colour"));
        assertThat(answered(task, Map.of())).isEqualTo(Map.of("givenBeforeAt_u", ""));
    }

    /** Answers the task that the process asks now, and returns what it knows then. */
    private Map<String, Object> answered(Task first, Map<String, Object> answer) throws Exception {
        Task now = tasks.createTaskQuery()
                .processInstanceId(first.getProcessInstanceId())
                .singleResult();
        HttpResponse<String> taken = submit(DOORS.get(0), now, new TreeMap<>(answer));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(204);
        return runtime.getVariables(first.getProcessInstanceId());
    }

    // ---- answers

    private static void assertRefused(HttpResponse<String> refused, String door, Map<String, Object> answer) {
        assertThat(refused.statusCode())
                .as("%s %s: %s", door, answer, refused.body())
                .isEqualTo(400);
    }

    private static List<Map<String, Object>> wrongAnswers(TaskAnswers kind) {
        List<Map<String, Object>> wrong = new ArrayList<>();
        NOT_FOR_PEOPLE.forEach(name -> wrong.add(with(right(kind), name, "ORD-20261122-A3F8K2M9-RET1")));
        String first = kind.answers().get(0).name();
        unfitValues().forEach(value -> wrong.add(with(right(kind), first, value)));
        Stream.of("", "SHRUG", 1, false, "a\0b").forEach(value -> wrong.add(with(Map.of(), first, value)));
        kind.texts().forEach(text -> wrong.add(with(right(kind), text, "a\u0001b")));
        wrong.add(needingWords(kind, "\u200B"));
        if (kind != TaskAnswers.RECEIVE_GOODS) {
            wrong.add(Map.of());
            wrong.add(with(right(kind), first, null));
        } else {
            Stream.of(" ", "x".repeat(501)).forEach(note -> wrong.add(Map.of("received", false, "receiptNote", note)));
            wrong.add(with(right(kind), "receiptNote", "Lost on the way"));
            wrong.add(Map.of("receiptNote", "Lost on the way"));
            wrong.add(Map.of("received", "true"));
        }
        return wrong;
    }

    private static List<Object> unfitValues() {
        return List.of(
                Map.of("nested", "object"),
                List.of("APPROVE"),
                new Typed("File", "aGk=", Map.of("filename", "a.txt")),
                new Typed("Bytes", "aGk=", Map.of()),
                new Typed(
                        "Object",
                        "\"APPROVE\"",
                        Map.of("objectTypeName", "java.lang.String", "serializationDataFormat", "application/json")));
    }

    /** The answer that is nothing without words, where there is one. */
    private static Map<String, Object> needingWords(TaskAnswers kind, String words) {
        return switch (kind) {
            case APPROVE_RETURN -> Map.of("returnDecision", "REJECT", "decisionReason", words);
            case RECEIVE_GOODS -> Map.of("received", false, "receiptNote", words);
            case INSPECT_RETURN -> Map.of("inspection", words);
            case RESOLVE_SHIPPING_FAILURE -> Map.of("resolution", "SHIP_AGAIN", "city", words);
            case SETTLE_REFUND -> Map.of("settlement", "SETTLED_OUTSIDE", "settlementReference", words);
            case RESOLVE_CASE -> Map.of("outcome", "EXPLAINED", "note", words);
        };
    }

    private static Map<String, Object> right(TaskAnswers kind) {
        return switch (kind) {
            case APPROVE_RETURN -> Map.of("returnDecision", "APPROVE");
            case RECEIVE_GOODS -> Map.of("received", true);
            case INSPECT_RETURN -> Map.of("inspection", "[]");
            case RESOLVE_SHIPPING_FAILURE -> Map.of("resolution", "SHIP_AGAIN");
            case SETTLE_REFUND -> Map.of("settlement", "RETRY");
            case RESOLVE_CASE -> Map.of("outcome", "EXPLAINED", "note", "found it");
        };
    }

    /** form-js sends what was left empty as empty or null, and leaves out what was hidden. */
    private Map<String, Object> asSentByTheForm(TaskAnswers kind, OrderNumber order) throws Exception {
        return switch (kind) {
            case APPROVE_RETURN -> Map.of("returnDecision", "REJECT", "decisionReason", "worn");
            case RECEIVE_GOODS -> Map.of("received", false, "receiptNote", "Lost on the way");
            case INSPECT_RETURN -> Map.of("inspection", "BY_LINE", "inspectionByLine", inspection(order));
            case RESOLVE_SHIPPING_FAILURE ->
                Map.of(
                        "resolution",
                        "SHIP_AGAIN",
                        "recipient",
                        "Hong Gildong",
                        "phone",
                        "010-1234-5678",
                        "line1",
                        "2 Teheran-ro",
                        "line2",
                        "",
                        "city",
                        "Seoul",
                        "postalCode",
                        "04524");
            case SETTLE_REFUND -> with(Map.of("settlement", "RETRY"), "settlementReference", null);
            case RESOLVE_CASE -> Map.of("outcome", "EXPLAINED", "note", "found it");
        };
    }

    private static Map<String, Object> told(TaskAnswers kind, Map<String, Object> answer) {
        return kind.told(new HashMap<>(answer));
    }

    private static List<String> named(TaskAnswers kind, Map<String, Object> answer) {
        return switch (kind) {
            case RESOLVE_SHIPPING_FAILURE -> List.of("recipient", "phone", "line1", "city", "postalCode");
            case RESOLVE_CASE -> List.of("note");
            default -> List.of();
        };
    }

    private String inspection(OrderNumber order) throws Exception {
        return "[{\"sku\": \"%s\", \"accepted\": 2, \"restock\": true}]"
                .formatted(shop.order(order).items().get(0).sku());
    }

    private static Map<String, Object> with(Map<String, Object> answer, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(answer);
        changed.put(name, value);
        return changed;
    }

    // ---- requests

    /** A value that says what type it is. */
    private record Typed(String type, Object value, Map<String, ?> valueInfo) {}

    private HttpResponse<String> submit(String door, Task task, Map<String, Object> answer) throws Exception {
        return post(door.formatted(task.getId()), "ops", body(answer));
    }

    /** With the code that a BPMN error and an escalation want beside it. */
    private static String body(Map<String, Object> answer) throws Exception {
        Map<String, Object> variables = new LinkedHashMap<>();
        answer.forEach(
                (name, value) -> variables.put(name, value instanceof Typed ? value : with(Map.of(), "value", value)));
        return JSON.writeValueAsString(
                Map.of("variables", variables, "errorCode", "OUT_OF_STOCK", "escalationCode", "E"));
    }

    private record Write(String method, String path, String body) {}

    private List<Write> writes(Task task) {
        String one = "{\"value\": \"ORD-1-RET1\", \"type\": \"String\"}";
        String several = "{\"modifications\": {\"returnId\": " + one + "}}";
        Stream<Write> ofVariables = Stream.of(
                        "/engine-rest/task/%s/variables".formatted(task.getId()),
                        "/engine-rest/task/%s/localVariables".formatted(task.getId()),
                        "/engine-rest/process-instance/%s/variables".formatted(task.getProcessInstanceId()),
                        "/engine-rest/execution/%s/localVariables".formatted(task.getExecutionId()))
                .flatMap(path -> Stream.of(
                        new Write("PUT", path + "/returnId", one),
                        new Write("POST", path, several),
                        new Write("POST", path + "/returnId/data", null),
                        new Write("DELETE", path + "/returnId", "")));
        return Stream.concat(ofVariables, writesBesides(task, "{\"returnId\": " + one + "}"))
                .toList();
    }

    /** What moves a process may bring variables too. */
    private Stream<Write> writesBesides(Task task, String variables) {
        return Stream.of(
                new Write(
                        "POST",
                        "/engine-rest/execution/%s/signal".formatted(task.getExecutionId()),
                        "{\"variables\": %s}".formatted(variables)),
                new Write("POST", "/engine-rest/message", """
                        {"messageName": "ReturnRequested", "businessKey": "%s", "processVariables": %s}""".formatted(waiting.order(task), variables)),
                new Write(
                        "POST",
                        "/engine-rest/process-definition/key/Order/start",
                        "{\"variables\": %s}".formatted(variables)));
    }

    private HttpResponse<String> write(Write write) {
        String type = write.body() == null ? "multipart/form-data; boundary=b" : "application/json";
        String body = write.body() != null
                ? write.body()
                : "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name=\"valueType\"\r\n"
                        + "Content-Type: text/plain\r\n\r\nBytes\r\n--b--\r\n";
        return send(request(write.path(), "ops")
                .header("Content-Type", type)
                .method(write.method(), BodyPublishers.ofString(body)));
    }

    private List<JsonNode> events(OrderNumber order) {
        List<JsonNode> events = new ArrayList<>();
        json(get("/api/orders/" + order + "/events", "alice")).forEach(events::add);
        return events;
    }

    private String returnStatus(OrderNumber order) {
        return returns(order).at("/0/status").asText();
    }

    private JsonNode returns(OrderNumber order) {
        return json(get("/api/orders/" + order + "/returns", "ops"));
    }

    private Task drawnByAnAnalyst() {
        repository.createDeployment().addString("Drawn.bpmn", drawn("")).deploy();
        return start("Drawn");
    }

    /** Which asks again and again, so that each answer could be taken for the next one. */
    private Task drawnWithAForm() {
        repository
                .createDeployment()
                .addString("Drawn.bpmn", drawn("camunda:formRef=\"Drawn\" camunda:formRefBinding=\"deployment\""))
                .addString("Drawn.form", """
                        {"id": "Drawn", "type": "default", "schemaVersion": 16, "components": [
                          {"type": "text", "id": "t", "text": "Which?"},
                          {"type": "group", "id": "g", "components": [
                            {"type": "radio", "id": "c", "key": "colour", "label": "Colour", "validate": {"required": true},
                             "values": [{"label": "Red", "value": "red"}, {"label": "Blue", "value": "blue"}]}]},
                          {"type": "textfield", "id": "n", "key": "remark", "label": "Note"},
                          {"type": "textfield", "id": "w", "key": "why", "label": "Why", "validate": {"required": true},
                           "conditional": {"hide": "=colour = \\"red\\""}},
                          {"type": "select", "id": "s", "key": "parcel", "label": "Parcel", "valuesKey": "parcels"}]}""")
                .deploy();
        return start("Drawn");
    }

    private Task start(String process) {
        return tasks.createTaskQuery()
                .processInstanceId(runtime.startProcessInstanceByKey(process).getId())
                .singleResult();
    }

    private static String drawn(String form) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    targetNamespace="t">
                  <process id="Drawn" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="u"/>
                    <userTask id="u" camunda:candidateGroups="ops" %s/><sequenceFlow id="b" sourceRef="u" targetRef="u"/>
                  </process>
                </definitions>""".formatted(form);
    }
}
