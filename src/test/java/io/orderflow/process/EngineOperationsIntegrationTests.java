package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.payment.asking.GatewayClerk;
import io.orderflow.payment.simulated.GatewayBooks;
import io.orderflow.process.EngineOperation.Outcome;
import io.orderflow.process.engine.LostModels;
import io.orderflow.process.watching.Watch;
import io.orderflow.returns.RequestReturn;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import io.orderflow.shared.Sku;
import io.orderflow.shipping.carriers.CarrierBooks;
import io.orderflow.shipping.inbox.CarrierInbox;
import io.orderflow.shipping.inbox.CarrierMessage;
import io.orderflow.web.HttpIntegrationTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.rest.dto.migration.MigrationPlanDto;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The table of {@code src/docs/runbook-engine-operations.md} against the running application: every operation of the
 * engine's REST API that may change something, tried by each group against an order in each state.
 */
@Tag("once") // what is lost and what appears is found on both databases by LostProcessTests and StrayProcessTests
@DirtiesContext // engine-rest finds its engine by a name that contexts share, and definitions are suspended here
@Import({Shop.class, GatewayClerk.class, GatewayBooks.class, CarrierBooks.class, OrderInvariants.class, Watch.class})
class EngineOperationsIntegrationTests extends HttpIntegrationTest {

    /**
     * Where orders stand: without task and job, with a job, with a task of the order's, of what it calls, of its
     * return.
     */
    enum State {
        UNPAID,
        BEING_CHARGED,
        PREPARED,
        SHIPPED,
        SHIPPING_FAILED,
        CALLED_OFF,
        REFUND_REFUSED,
        RETURN_TO_APPROVE,
        RETURN_TO_RECEIVE,
        RETURN_TO_INSPECT
    }

    /** Names in angle brackets are those of {@link #ids}. */
    private static final Map<String, String> BODIES = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "POST execution/{id}/signal",
                    "{\"variables\": {\"payment\": {\"value\": \"SUBMITTED\"}, \"handOver\": {\"value\": \"HANDED_OVER\"}}}"),
            Map.entry("POST execution/{id}/localVariables", "{\"modifications\": {\"returnId\": {\"value\": \"X\"}}}"),
            Map.entry("PUT execution/{id}/localVariables/{varId}", "{\"value\": \"X\"}"),
            Map.entry("POST execution/{id}/create-incident", "{\"incidentType\": \"custom\"}"),
            Map.entry("POST execution/{id}/messageSubscriptions/{messageName}/trigger", "{}"),
            Map.entry("PUT job-definition/{id}/retries", "{\"retries\": 3}"),
            Map.entry("PUT job-definition/{id}/jobPriority", "{\"priority\": 3}"),
            Map.entry("PUT job-definition/{id}/suspended", "{\"suspended\": true, \"includeJobs\": true}"),
            Map.entry(
                    "PUT job-definition/suspended",
                    "{\"processDefinitionKey\": \"Order\", \"suspended\": true, \"includeJobs\": true}"),
            Map.entry("POST job/retries", "{\"jobIds\": [\"<job>\"], \"retries\": 2}"),
            Map.entry("PUT job/suspended", "{\"processInstanceId\": \"<process-instance>\", \"suspended\": true}"),
            Map.entry("PUT job/{id}/duedate", "{\"duedate\": \"2036-01-01T00:00:00.000+0000\"}"),
            Map.entry("PUT job/{id}/priority", "{\"priority\": 3}"),
            Map.entry("PUT job/{id}/retries", "{\"retries\": 2}"),
            Map.entry("PUT job/{id}/suspended", "{\"suspended\": true}"),
            Map.entry("POST message", "{\"messageName\": \"EverythingReturned\", \"businessKey\": \"<order>\"}"),
            Map.entry(
                    "POST migration/execute",
                    "{\"migrationPlan\": <plan>, \"processInstanceIds\": [\"<process-instance>\"]}"),
            Map.entry(
                    "POST migration/executeAsync",
                    "{\"migrationPlan\": <plan>, \"processInstanceIds\": [\"<process-instance>\"]}"),
            Map.entry(
                    "POST modification/execute",
                    "{\"processDefinitionId\": \"<process-definition>\", \"processInstanceIds\": [\"<process-instance>\"], \"instructions\": [{\"type\": \"cancel\", \"activityId\": \"<activity>\", \"cancelCurrentActiveActivityInstances\": true}]}"),
            Map.entry(
                    "POST modification/executeAsync",
                    "{\"processDefinitionId\": \"<process-definition>\", \"processInstanceIds\": [\"<process-instance>\"], \"instructions\": [{\"type\": \"cancel\", \"activityId\": \"<activity>\", \"cancelCurrentActiveActivityInstances\": true}]}"),
            Map.entry(
                    "POST process-definition/{id}/restart",
                    "{\"processInstanceIds\": [\"<process-instance>\"], \"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"<activity>\"}]}"),
            Map.entry(
                    "POST process-definition/{id}/restart-async",
                    "{\"processInstanceIds\": [\"<process-instance>\"], \"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"<activity>\"}]}"),
            Map.entry(
                    "POST process-definition/key/{key}/start",
                    "{\"businessKey\": \"<order>\", \"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"Task_AwaitPayment\"}]}"),
            Map.entry(
                    "POST process-definition/key/{key}/submit-form",
                    "{\"businessKey\": \"<order>\", \"variables\": {}}"),
            Map.entry("POST process-definition/{id}/submit-form", "{\"businessKey\": \"<order>\", \"variables\": {}}"),
            Map.entry(
                    "POST process-definition/{id}/start",
                    "{\"businessKey\": \"<order>\", \"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"<activity>\"}]}"),
            Map.entry(
                    "PUT process-definition/{id}/suspended",
                    "{\"suspended\": true, \"includeProcessInstances\": true}"),
            Map.entry(
                    "PUT process-definition/key/{key}/suspended",
                    "{\"suspended\": true, \"includeProcessInstances\": true}"),
            Map.entry(
                    "PUT process-definition/suspended",
                    "{\"processDefinitionKey\": \"Order\", \"suspended\": true, \"includeProcessInstances\": true}"),
            Map.entry("POST process-instance/delete", "{\"processInstanceIds\": [\"<process-instance>\"]}"),
            Map.entry(
                    "POST process-instance/job-retries",
                    "{\"processInstances\": [\"<process-instance>\"], \"retries\": 2}"),
            Map.entry(
                    "POST process-instance/message-async",
                    "{\"messageName\": \"EverythingReturned\", \"processInstanceIds\": [\"<process-instance>\"]}"),
            Map.entry(
                    "POST process-instance/variables-async",
                    "{\"processInstanceIds\": [\"<process-instance>\"], \"variables\": {\"returnId\": {\"value\": \"X\"}}}"),
            Map.entry(
                    "PUT process-instance/suspended",
                    "{\"processInstanceIds\": [\"<process-instance>\"], \"suspended\": true}"),
            Map.entry(
                    "POST process-instance/suspended-async",
                    "{\"processInstanceIds\": [\"<process-instance>\"], \"suspended\": true}"),
            Map.entry("PUT process-instance/{id}/suspended", "{\"suspended\": true}"),
            Map.entry(
                    "POST process-instance/{id}/modification",
                    "{\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"<activity>\"}]}"),
            Map.entry(
                    "POST process-instance/{id}/modification-async",
                    "{\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"<activity>\"}]}"),
            Map.entry(
                    "POST process-instance/{id}/variables", "{\"modifications\": {\"returnId\": {\"value\": \"X\"}}}"),
            Map.entry("PUT process-instance/{id}/variables/{varId}", "{\"value\": \"X\"}"),
            Map.entry("POST signal", "{\"name\": \"anything\"}"),
            Map.entry("PUT task/{id}", "{\"name\": \"Another name\", \"priority\": 1}"),
            Map.entry("POST task/{id}/assignee", "{\"userId\": \"ops\"}"),
            Map.entry("POST task/{id}/claim", "{\"userId\": \"ops\"}"),
            Map.entry("POST task/{id}/delegate", "{\"userId\": \"ops\"}"),
            Map.entry("POST task/{id}/bpmnError", "{\"errorCode\": \"SHIPMENT_FAILED\"}"),
            Map.entry("POST task/{id}/bpmnEscalation", "{\"escalationCode\": \"ANY\"}"),
            Map.entry("POST task/{id}/comment/create", "{\"message\": \"looked at\"}"),
            Map.entry("POST task/{id}/identity-links", "{\"userId\": \"ops\", \"type\": \"candidate\"}"),
            Map.entry("POST task/{id}/identity-links/delete", "{\"groupId\": \"ops\", \"type\": \"candidate\"}"),
            Map.entry(
                    "POST task/{id}/localVariables",
                    "{\"modifications\": {\"returnDecision\": {\"value\": \"APPROVE\"}}}"),
            Map.entry("PUT task/{id}/localVariables/{varId}", "{\"value\": \"X\"}"),
            Map.entry("POST task/{id}/variables", "{\"modifications\": {\"returnId\": {\"value\": \"X\"}}}"),
            Map.entry("PUT task/{id}/variables/{varId}", "{\"value\": \"X\"}")));

    /** Other ways to ask for the same: each comes out as its row says. */
    private static final Map<String, List<String>> FURTHER = Map.ofEntries(
            Map.entry(
                    "POST process-definition/key/{key}/start",
                    List.of(
                            "{}",
                            "{\"businessKey\": \"<order>\"}",
                            "{\"businessKey\": \"<order>\", \"variables\": {\"returnId\": {\"value\": \"X\"}}}",
                            "{\"businessKey\": \"<order>\", \"startInstructions\": [{\"type\": \"startAfterActivity\", \"activityId\": \"<activity>\"}]}")),
            Map.entry(
                    "POST process-definition/{id}/start",
                    List.of(
                            "{\"businessKey\": \"<order>\"}",
                            "{\"businessKey\": \"<order>\", \"skipCustomListeners\": true, \"skipIoMappings\": true, \"startInstructions\": [{\"type\": \"startAfterActivity\", \"activityId\": \"<activity>\"}]}")),
            Map.entry(
                    "POST migration/execute",
                    List.of(
                            "{\"migrationPlan\": {\"sourceProcessDefinitionId\": \"<process-definition>\", \"targetProcessDefinitionId\": \"<process-definition>\", \"instructions\": [{\"sourceActivityIds\": [\"<activity>\"], \"targetActivityIds\": [\"Task_AwaitRefund\"]}], \"variables\": {\"returnId\": {\"value\": \"X\"}}}, \"processInstanceIds\": [\"<process-instance>\"]}")),
            Map.entry(
                    "POST migration/executeAsync",
                    List.of(
                            "{\"migrationPlan\": {\"sourceProcessDefinitionId\": \"<process-definition>\", \"targetProcessDefinitionId\": \"<process-definition>\", \"instructions\": [{\"sourceActivityIds\": [\"<activity>\"], \"targetActivityIds\": [\"Task_AwaitRefund\"]}]}, \"processInstanceQuery\": {\"businessKey\": \"<order>\"}}")),
            Map.entry(
                    "POST job/retries",
                    List.of("{\"jobQuery\": {\"processInstanceId\": \"<process-instance>\"}, \"retries\": 2}")),
            Map.entry(
                    "POST process-instance/job-retries",
                    List.of("{\"processInstanceQuery\": {\"businessKey\": \"<order>\"}, \"retries\": 2}")),
            Map.entry("PUT job/suspended", List.of("{\"processDefinitionKey\": \"<key>\", \"suspended\": true}")),
            Map.entry(
                    "PUT process-instance/suspended",
                    List.of("{\"processDefinitionKey\": \"<key>\", \"suspended\": true}")),
            Map.entry(
                    "POST process-instance/suspended-async",
                    List.of("{\"processInstanceQuery\": {\"businessKey\": \"<order>\"}, \"suspended\": true}")),
            Map.entry(
                    "POST process-instance/{id}/modification",
                    List.of(
                            "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"<activity>\"}]}",
                            "{\"skipIoMappings\": true, \"instructions\": [{\"type\": \"startTransition\", \"transitionId\": \"<activity>\"}]}")),
            Map.entry(
                    "POST message",
                    List.of(
                            "{\"messageName\": \"ReturnRequested\", \"businessKey\": \"<order>\", \"resultEnabled\": true}",
                            "{\"messageName\": \"DeliveredAfterAll\", \"processInstanceId\": \"<process-instance>\"}",
                            "{\"messageName\": \"GoodsReturned\", \"businessKey\": \"<order>\", \"all\": true}")),
            Map.entry(
                    "POST process-instance/variables-async",
                    List.of(
                            "{\"processInstanceQuery\": {\"businessKey\": \"<order>\"}, \"variables\": {\"returnId\": {\"value\": \"X\"}}}")),
            Map.entry(
                    "POST task/{id}/bpmnError",
                    List.of(
                            "{\"errorCode\": \"ANY\", \"errorMessage\": \"x\", \"variables\": {\"returnId\": {\"value\": \"X\"}}}")),
            Map.entry("POST task/{id}/claim", List.of("{\"userId\": null}")),
            Map.entry("POST task/{id}/assignee", List.of("{\"userId\": null}", "{}")));

    /** What nobody may do with an operation, whatever its row says of it otherwise. */
    private static final Map<String, List<String>> NEVER = Map.ofEntries(
            Map.entry(
                    "POST job/retries",
                    List.of(
                            "{\"jobIds\": [\"<job>\"], \"retries\": 2, \"dueDate\": \"2036-01-01T00:00:00.000+0000\"}")),
            Map.entry(
                    "PUT job/{id}/retries",
                    List.of(
                            "{\"retries\": 2, \"dueDate\": \"2036-01-01T00:00:00.000+0000\"}",
                            "{\"retries\": 2, \"dueDate\": null}")),
            Map.entry(
                    "PUT job-definition/{id}/retries",
                    List.of(
                            "{\"retries\": 2, \"dueDate\": \"2036-01-01T00:00:00.000+0000\"}",
                            "{\"retries\": 2, \"dueDate\": null}")),
            Map.entry(
                    "POST process-instance/job-retries",
                    List.of(
                            "{\"processInstances\": [\"<process-instance>\"], \"retries\": 2, \"dueDate\": \"2036-01-01T00:00:00.000+0000\"}")),
            Map.entry(
                    "POST process-instance/delete",
                    List.of(
                            "{\"processInstanceQuery\": {\"businessKey\": \"<order>\"}, \"deleteReason\": \"x\", \"skipCustomListeners\": true, \"skipSubprocesses\": true}")),
            Map.entry(
                    "POST task/{id}/identity-links",
                    List.of(
                            "{\"groupId\": \"camunda-admin\", \"type\": \"candidate\"}",
                            "{\"groupId\": \"analyst\", \"type\": \"candidate\"}",
                            "{\"groupId\": \"ops\"}",
                            "{\"userId\": \"ops\"}",
                            "{\"userId\": \"ops\", \"type\": \"\"}",
                            "{\"userId\": \"alice\", \"type\": \"candidate\"}")),
            Map.entry(
                    "POST signal",
                    List.of(
                            "{\"name\": \"anything\", \"executionId\": \"<execution>\", \"variables\": {\"returnId\": {\"value\": \"X\"}}}")));

    /** With all that runs on them. */
    private static final Set<String> CASCADING = Set.of(
            "DELETE deployment/{id}",
            "DELETE process-definition/{id}",
            "DELETE process-definition/key/{key}",
            "DELETE process-definition/key/{key}/delete");
    /** What no order refers to: tried on what there is not, so that nobody else's test minds. */
    private static final Set<String> NO_ORDERS = Set.of(
            "authorization",
            "batch",
            "decision-definition",
            "filter",
            "group",
            "history",
            "tenant",
            "user",
            "telemetry",
            "metrics");

    /** That need more than is sent here: an upload, a comment that was made before. */
    private static final Set<String> HALF_TRIED =
            Set.of("deployment/create", "task/{id}/comment", "process-instance/{id}/comment");

    @Autowired
    LostModels models;

    @Autowired
    Shop shop;

    @Autowired
    ReturnService returns;

    @Autowired
    CarrierInbox carrier;

    @Autowired
    CaseRegister cases;

    @Autowired
    Watch watch;

    @Autowired
    OrderInvariants invariants;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    Sku sku;
    OrderNumber order;

    @Test
    void everyOperationHasItsRowAndEveryRowAnOperation() {
        List<EngineOperation> rows = EngineOperation.runbook();
        List<String> operations = EngineOperation.all();

        assertThat(operations)
                .allSatisfy(operation ->
                        assertThat(rows).as("a row for " + operation).anyMatch(row -> row.isOf(operation)));
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(operations).as("an operation of " + row).anyMatch(row::isOf));
    }

    /** On hold at most: what ops may do by themselves loses nothing. */
    @Test
    void opsMayDoNothingThatIsHarmful() {
        assertThat(EngineOperation.runbook())
                .extracting(row -> row.of("ops"))
                .doesNotContain(Outcome.FOUND, Outcome.ON_HOLD);
        assertThat(EngineOperation.runbook()).extracting(row -> row.of("alice")).containsOnly(Outcome.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void comesOutAsTheTableSays(State state) throws Exception {
        SoftAssertions all = new SoftAssertions();
        bring(state);
        for (EngineOperation row : EngineOperation.runbook()) {
            boolean ofOrders = !NO_ORDERS.contains(row.path().split("/")[0]);
            for (String user : EngineOperation.USERS) {
                // Customers are turned away before anybody looks at what they want.
                boolean once = user.equals("alice") || !ofOrders;
                if (row.of(user) != Outcome.DRAWN && (state == State.UNPAID || !once)) {
                    check(all, state, row, user);
                }
            }
        }
        shop.letWorkBeDone(order);
        invariants.check(new Assortment(Map.of(sku, 10), List.of()));
        all.assertAll();
    }

    private void check(SoftAssertions all, State state, EngineOperation row, String user) throws Exception {
        String operation = row.method() + " " + row.path();
        check(all, state, row, user, BODIES.getOrDefault(operation, "{}"), row.of(user));
        // Whoever is refused at the door is refused whatever they want.
        if (user.equals("admin") || row.of(user) != Outcome.REFUSED) {
            for (String further : FURTHER.getOrDefault(operation, List.of())) {
                check(all, state, row, user, further, row.of(user));
            }
        }
        for (String never : NEVER.getOrDefault(operation, List.of())) {
            check(all, state, row, user, never, Outcome.REFUSED);
        }
    }

    private void check(
            SoftAssertions all, State state, EngineOperation row, String user, String wanted, Outcome expected)
            throws Exception {
        Map<String, String> ids = ids();
        String path = row.filled(ids) + (CASCADING.contains(row.method() + " " + row.path()) ? "?cascade=true" : "");
        String body = filled(wanted, ids);
        boolean withoutJob =
                Set.of("process-instance/job-retries", "job/retries").contains(row.path()) && ids.get("job") == null;
        if (row.filled(ids) == null || body == null || withoutJob) {
            return;
        }
        String before = standing();
        HttpResponse<String> answer = call(row, path, user, body);
        runBatches();
        Outcome outcome = outcome(before, answer);
        boolean ofNoOrder = (NO_ORDERS.contains(row.path().split("/")[0]) || HALF_TRIED.contains(row.path()))
                && outcome == Outcome.REFUSED
                && expected == Outcome.HARMLESS;
        boolean nothingToHold = outcome == Outcome.HARMLESS && expected == Outcome.ON_HOLD;
        all.assertThat(ofNoOrder || nothingToHold ? expected : outcome)
                .as(
                        "%s %s %s by %s at %s: %d %s",
                        row.method(), path, body, user, state, answer.statusCode(), answer.body())
                .isEqualTo(expected);
        if (outcome != Outcome.REFUSED) {
            bring(state);
        }
    }

    private Outcome outcome(String before, HttpResponse<String> answer) {
        if (answer.statusCode() >= 400
                && answer.statusCode() < 500
                && standing().equals(before)) {
            return Outcome.REFUSED;
        }
        models.putBack();
        look();
        boolean suspended = activate();
        List<CaseKind> kinds = casesOf().stream().map(CaseView::kind).toList();
        if (kinds.isEmpty()
                && runtime.createIncidentQuery()
                                .processInstanceId(
                                        instance().map(ProcessInstance::getId).orElse("none"))
                                .count()
                        == 0) {
            return suspended ? Outcome.ON_HOLD : Outcome.HARMLESS;
        }
        return suspended && kinds.stream().allMatch(CaseKind.PROCESS_ON_HOLD::equals) ? Outcome.ON_HOLD : Outcome.FOUND;
    }

    /** As the background does within a minute or two. */
    private void look() {
        for (int i = 0; i < 2; i++) {
            watch.look();
            watch.tellAgain();
            watch.lookForSuspendedSteps();
        }
    }

    private boolean activate() {
        boolean suspended = runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey(order.value())
                                .suspended()
                                .count()
                        > 0
                || repository.createProcessDefinitionQuery().suspended().count() > 0
                || management.createJobQuery().suspended().count() > 0
                || management.createJobDefinitionQuery().suspended().count() > 0;
        for (String key : new String[] {"Order", "Return", "SettleRefund"}) {
            repository
                    .updateProcessDefinitionSuspensionState()
                    .byProcessDefinitionKey(key)
                    .includeProcessInstances(true)
                    .activate();
            management
                    .updateJobDefinitionSuspensionState()
                    .byProcessDefinitionKey(key)
                    .includeJobs(true)
                    .activate();
        }
        return suspended;
    }

    private HttpResponse<String> call(EngineOperation row, String path, String user, String body) {
        String method = row.method().equals("ANY") ? "POST" : row.method();
        return send(request("/engine-rest/" + path, user)
                .header("Content-Type", "application/json")
                .method(method, method.equals("DELETE") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Null where it is about something that there is not. */
    private static String filled(String wanted, Map<String, String> ids) {
        String body = wanted;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            if (body.contains("<" + id.getKey() + ">") && id.getValue() == null) {
                return null;
            }
            body = body.replace("<" + id.getKey() + ">", String.valueOf(id.getValue()));
        }
        return body;
    }

    /**
     * What operations are tried on. Users, groups, tenants and the like are somebody's whom no order minds, or
     * nobody's.
     */
    private Map<String, String> ids() throws JsonProcessingException {
        ProcessInstance process = instance().orElseThrow();
        Optional<Job> job = management.createJobQuery().processInstanceId(process.getId()).listPage(0, 1).stream()
                .findFirst();
        Optional<Task> task = tasks.createTaskQuery().processInstanceId(process.getId()).listPage(0, 1).stream()
                .findFirst();
        Map<String, String> ids = new HashMap<>();
        ids.put("order", order.value());
        ids.put("key", process.getProcessDefinitionId().replaceAll(":.*", ""));
        ids.put("process-instance", process.getId());
        String activity = runtime.getActiveActivityIds(process.getId()).get(0);
        ids.put(
                "execution",
                runtime.createExecutionQuery().processInstanceId(process.getId()).activityId(activity).list().stream()
                        .map(Execution::getId)
                        .findFirst()
                        .orElse(process.getId()));
        ids.put("process-definition", process.getProcessDefinitionId());
        ids.put(
                "deployment",
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(process.getProcessDefinitionId())
                        .singleResult()
                        .getDeploymentId());
        ids.put("incident", null);
        ids.put("plan", plan(process.getProcessDefinitionId()));
        ids.put("activity", activity);
        ids.put("job", job.map(Job::getId).orElse(null));
        ids.put("job-definition", job.map(Job::getJobDefinitionId).orElse(null));
        ids.put("task", task.map(Task::getId).orElse(null));
        return ids;
    }

    /** To another version of the same process; null where there is none. */
    private String plan(String definition) throws JsonProcessingException {
        ProcessDefinition own = repository.getProcessDefinition(definition);
        Optional<ProcessDefinition> other =
                repository.createProcessDefinitionQuery().processDefinitionKey(own.getKey()).list().stream()
                        .filter(it -> it.getVersion() != own.getVersion())
                        .findFirst();
        return other.isEmpty()
                ? null
                : new JsonMapper()
                        .writeValueAsString(MigrationPlanDto.from(runtime.createMigrationPlan(
                                        definition, other.get().getId())
                                .mapEqualActivities()
                                .build()));
    }

    /** That which waits for something. */
    private Optional<ProcessInstance> instance() {
        return Stream.of("SettleRefund", "Return", "Order")
                .flatMap(key -> runtime
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(order.value())
                        .processDefinitionKey(key)
                        .list()
                        .stream())
                .findFirst();
    }

    private String standing() {
        List<String> all = new ArrayList<>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(order.value())
                .list()
                .forEach(process -> {
                    all.add(process.getId()
                            + runtime.getActiveActivityIds(process.getId())
                            + process.isSuspended()
                            + runtime.getVariables(process.getId()));
                    management
                            .createJobQuery()
                            .processInstanceId(process.getId())
                            .list()
                            .forEach(job ->
                                    all.add(job.getId() + job.isSuspended() + job.getRetries() + job.getDuedate()));
                    tasks.createTaskQuery()
                            .processInstanceId(process.getId())
                            .list()
                            .forEach(task -> all.add(task.getId()
                                    + tasks.getIdentityLinksForTask(task.getId()).stream()
                                            .map(link -> link.getGroupId() + link.getType())
                                            .sorted()
                                            .toList()));
                });
        return String.join(" ", all.stream().sorted().toList());
    }

    private void runBatches() {
        for (Batch batch : management.createBatchQuery().list()) {
            for (String definition : List.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId())) {
                management
                        .createJobQuery()
                        .jobDefinitionId(definition)
                        .list()
                        .forEach(job -> management.executeJob(job.getId()));
            }
            management
                    .createBatchQuery()
                    .batchId(batch.getId())
                    .list()
                    .forEach(left -> management.deleteBatch(left.getId(), true));
        }
    }

    private List<CaseView> casesOf() {
        return cases.search(CaseState.OPEN, PageRequest.of(0, 10_000, Sort.by("caseNumber")))
                .filter(it -> order.equals(it.orderNumber()))
                .toList();
    }

    @Test
    void noTriesLeftIsAnIncidentThatOpsUndo() throws Exception {
        bring(State.CALLED_OFF);
        String job = ids().get("job");

        assertThat(retries(job, "ops", 0)).isEqualTo(204);
        assertThat(runtime.createIncidentQuery().configuration(job).count()).isOne();
        assertThat(retries(job, "ops", 1)).isEqualTo(204);

        assertThat(runtime.createIncidentQuery().configuration(job).count()).isZero();
        assertThat(retries(job, "ops", -1)).isEqualTo(400);
        shop.letWorkBeDone(order);
        invariants.check(new Assortment(Map.of(sku, 10), List.of()));
    }

    private int retries(String job, String user, int left) {
        return send(request("/engine-rest/job/" + job + "/retries", user)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"retries\": %d}".formatted(left))))
                .statusCode();
    }

    // ---- how an order gets there

    /** A new order; those that have been tried are over, so that no look minds them. */
    private void bring(State state) throws Exception {
        database.sql("update orders set status = 'RETURNED'").update();
        database.sql("update return_request set status = 'REJECTED'").update();
        sku = shop.product(10);
        order = shop.place(sku, 2);
        switch (state) {
            case UNPAID -> {}
            case BEING_CHARGED -> shop.pay(order, "card-" + order);
            case PREPARED -> pay("card-");
            case SHIPPING_FAILED -> {
                pay("card-");
                tell("shipment.in_transit");
                tell("shipment.failure");
            }
            case CALLED_OFF -> {
                pay("card-");
                shop.cancel(order);
                shop.letOneStepBeDone(order);
            }
            case REFUND_REFUSED -> {
                pay("refuse-refund-");
                shop.cancel(order);
                shop.letWorkBeDone(order);
            }
            case SHIPPED -> {
                pay("card-");
                tell("shipment.in_transit");
            }
            case RETURN_TO_APPROVE -> askForReturn();
            case RETURN_TO_RECEIVE -> {
                askForReturn();
                tasks.complete(task(), Map.of("returnDecision", "APPROVE"));
            }
            case RETURN_TO_INSPECT -> {
                askForReturn();
                tasks.complete(task(), Map.of("returnDecision", "APPROVE"));
                tasks.complete(task());
            }
        }
    }

    private void askForReturn() throws Exception {
        pay("card-");
        tell("shipment.in_transit");
        tell("shipment.delivered");
        returns.request(new RequestReturn(
                order, Optional.empty(), new Actor("alice"), ReturnReason.CHANGE_OF_MIND, null, Map.of()));
    }

    private String task() {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(order.value())
                .singleResult()
                .getId();
    }

    private void pay(String key) throws Exception {
        shop.pay(order, key + order);
        shop.letWorkBeDone(order);
    }

    private void tell(String type) {
        carrier.receive(new CarrierMessage(
                UUID.randomUUID().toString(), type, "cj", null, null, order.value(), null, clock.instant()));
        carrier.applyDue();
    }
}
