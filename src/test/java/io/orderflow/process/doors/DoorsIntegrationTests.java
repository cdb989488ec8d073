package io.orderflow.process.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.OneTask;
import io.orderflow.Together;
import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.WebappSession;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;

/** What the engine's doors tell, take and open, whoever knocks. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
@ExtendWith(OutputCaptureExtension.class)
class DoorsIntegrationTests extends HttpIntegrationTest {

    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b(java|javax|jakarta|org|io|com)(\\.\\w+)+|Exception:|NullPointer");
    private static final String NONSENSE =
            "?firstResult=x&maxResults=x&sortBy=x&sortOrder=x&dueBefore=x&startedAfter=x&suspended=x";

    private static final String PAGE = """
            {"type": "default", "id": "Page", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [{"type": "text", "id": "Text_Title", "text": "a page"}]}""";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @BeforeEach
    void deploy() {
        repository
                .createDeployment()
                .name("Behind")
                .enableDuplicateFiltering(false)
                .addString("Behind.bpmn", OneTask.model("Behind"))
                .addString("Page.form", PAGE)
                .deploy();
    }

    @AfterEach
    void logOut() {
        identity.clearAuthentication();
    }

    // ---- what is shut

    @Test
    void makesNobodyAdministratorOverTheSetUpPageAndShowsTheLogIn() {
        identity.deleteMembership("admin", Groups.CAMUNDA_ADMIN);
        try {
            WebappSession stranger = new WebappSession(port);
            HttpResponse<String> made = stranger.post(
                    "/camunda/api/admin/setup/default/user/create",
                    "{\"profile\": {\"id\": \"mallory\"}, \"credentials\": {\"password\": \"mallory-mallory\"}}");

            assertThat(made.statusCode()).isEqualTo(404);
            assertThat(identity.createUserQuery().userId("mallory").count()).isZero();
            for (String page : new String[] {"/setup", "/setup/", "/setup/x"}) {
                assertThat(stranger.get("/camunda/app/admin/default" + page).statusCode())
                        .isEqualTo(404);
            }
            for (String app : new String[] {"cockpit", "tasklist", "admin", "welcome"}) {
                HttpResponse<String> page = stranger.get("/camunda/app/" + app + "/default/");
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("<base href=\"/camunda/app/" + app + "/default/\"");
            }
            assertThat(stranger.logIn("ops", "cockpit").statusCode()).isEqualTo(200);
        } finally {
            identity.createMembership("admin", Groups.CAMUNDA_ADMIN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/setup/other/user/create",
                "/camunda/api/admin/setup/default/user/create;a=b",
                "/camunda/api/admin;a=b/setup/default/user/create",
                "/camunda/api//admin/setup/default/user/create",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/default;a/setup/"
            })
    void findsNoWayToWriteTheSetUpPagesPath(String path) {
        for (String method : new String[] {"GET", "HEAD", "OPTIONS", "POST", "PUT"}) {
            HttpResponse<String> answer = send(request(path, null).method(method, BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(method).isIn(400, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/external-task/fetchAndLock",
                "/external-task/unknown/complete",
                "/external-task/unknown/failure",
                "/external-task/unknown/bpmnError",
                "/external-task/unknown/unlock",
                "/external-task/unknown/lock",
                "/external-task/unknown/extendLock"
            })
    void knowsNoWorkersOfExternalTasks(String path) {
        String polling = "{\"workerId\": \"w\", \"maxTasks\": 1, \"asyncResponseTimeout\": 1000, \"topics\": []}";

        for (String user : new String[] {"ops", "analyst", "admin"}) {
            assertThat(post("/engine-rest" + path, user, polling).statusCode()).isEqualTo(404);
            assertThat(post("/engine-rest/engine/default" + path, user, polling).statusCode())
                    .isEqualTo(404);
        }
        WebappSession cockpit = new WebappSession(port);
        cockpit.logIn("admin", "cockpit");
        assertThat(cockpit.post("/camunda/api/engine/engine/default" + path, polling)
                        .statusCode())
                .isEqualTo(404);
        assertThat(cockpit.get("/camunda/api/engine/engine/default/external-task/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsNoThreadThatAStopWouldWaitFor() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("FetchAndLock"));
    }

    @Test
    void letsNobodyForgeTheMessagesOfAnOrder() {
        runtime.startProcessInstanceByKey("Behind", "ORD-FORGED");

        for (String user : new String[] {"ops", "analyst"}) {
            for (String message :
                    new String[] {"EverythingReturned", "DeliveredAfterAll", "GoodsReturned", "ReturnRequested"}) {
                HttpResponse<String> answer = post(
                        "/engine-rest/message",
                        user,
                        "{\"messageName\": \"" + message + "\", \"businessKey\": \"ORD-FORGED\"}");
                assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
            }
        }
    }

    // ---- what is told

    @Test
    void answersNoMistakeWithAFailureOrWithTheNameOfAClass() {
        List<String> failed = new ArrayList<>();

        for (EngineResources.Call call : EngineResources.calls()) {
            bodies(call).forEach(body -> {
                HttpResponse<String> answer = call(call.method(), call.path() + (body == null ? NONSENSE : ""), body);
                if (answer.statusCode() >= 500
                        || CLASS_NAME.matcher(answer.body()).find() && answer.statusCode() >= 400) {
                    failed.add(call + " " + body + ": " + answer.statusCode() + " " + answer.body());
                }
            });
        }

        assertThat(failed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000", "a\\u0007b", "\\ud800", "\\udc00\\ud800"})
    void takesNoTextThatOurOwnApiRefuses(String unfit) {
        List<String> taken = new ArrayList<>();

        for (EngineResources.Call call : EngineResources.calls()) {
            if (call.method().matches("POST|PUT") && call.body() != null) {
                for (String body : List.of(call.withEveryMember("\"" + unfit + "\""), "{\"%s\": 1}".formatted(unfit))) {
                    HttpResponse<String> answer = call(call.method(), call.path(), body);
                    if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
                        taken.add(call + " " + body + ": " + answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }

        assertThat(taken).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithATextAndChangesNothing() {
        Task task = start();

        HttpResponse<String> answer =
                post("/engine-rest/task/" + task.getId() + "/comment/create", "admin", "{\"message\": \"a\\u0000b\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("message").asText()).startsWith("A text has control characters");
        assertThat(post("/engine-rest/task/" + task.getId() + "/comment/create", "admin", "{\"message\": \"a\\tb\\n\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return send(request("/engine-rest" + path, "admin")
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static Stream<String> bodies(EngineResources.Call call) {
        return call.method().equals("GET") || call.method().equals("DELETE")
                ? Stream.of((String) null)
                : Stream.of(
                        null,
                        "null",
                        "{}",
                        "[]",
                        "nonsense",
                        "{\"unheardOf\": 1}",
                        call.withEveryMember("null"),
                        call.withEveryMember("\"x\""));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /engine-rest;a/task, 400",
        "GET, /engine-rest;a, 400",
        "GET, /camunda;a/app/cockpit/default/, 400",
        "GET, /camunda/api;a/engine/engine, 400",
        "GET, /engine-rest/metrics, 404",
        "GET, /engine-rest/metrics/x/sum, 404",
        "GET, /engine-rest/nothing, 404",
        "DELETE, /engine-rest/task, 405",
        "POST, /engine-rest/task/count, 400",
        "POST, /engine-rest/task/unknown/complete, 404",
        "GET, /engine-rest/task/unknown/deployed-form, 400",
        "PUT, /engine-rest/job/unknown/retries, 400",
        "PUT, /engine-rest/user/unknown/profile, 404",
        "POST, /engine-rest/task/TASK/bpmnError, 400",
        "POST, /engine-rest/task/TASK/bpmnEscalation, 400"
    })
    void answersMistakesWithProblems(String method, String path, int status) {
        String body = Map.of(
                        "count",
                        "null",
                        "retries",
                        "{\"retries\": -1}",
                        "bpmnError",
                        "{\"errorCode\": \"x\"}",
                        "bpmnEscalation",
                        "{\"escalationCode\": \"x\"}")
                .getOrDefault(path.substring(path.lastIndexOf('/') + 1), "{}");

        HttpResponse<String> answer = send(request(path.replace("TASK", start().getId()), "admin")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.matches("GET|DELETE") ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContainPattern(CLASS_NAME);
    }

    @Test
    void blamesWhoTriesATableWithOtherValuesForIt() {
        HttpResponse<String> answer = post(
                "/engine-rest/decision-definition/key/ReturnPolicy/evaluate",
                "admin",
                "{\"variables\": {\"earlierReturns\": {\"value\": \"x\"}, \"returnReason\": {\"value\": \"DEFECTIVE\"}}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContainPattern(CLASS_NAME);
    }

    @Test
    void keepsWhatModelerAndTheWebappsReadOfAnError() {
        var answer = json(post("/engine-rest/task/unknown/complete", "ops", "{}"));

        assertThat(answer.get("type").asText()).isEqualTo("RestException");
        assertThat(answer.get("message").asText())
                .startsWith("Cannot complete task unknown: Cannot find task with id unknown");
        assertThat(json(post("/engine-rest/task/count", "ops", "{\"dueBefore\": "))
                        .get("message")
                        .asText())
                .isEqualTo("The body is not the JSON that is expected here.");
    }

    @Test
    void writesWhatOthersSendOnOneLineOfTheLog(CapturedOutput output) {
        LoggerFactory.getLogger("outside")
                .warn(
                        "user {} failed",
                        "a\r\n2026-11-26 INFO user admin logged in",
                        new IllegalStateException("no\nsuch user", new IllegalArgumentException("b\u2028c\u001b[2K")));

        assertThat(output)
                .contains("user a 2026-11-26 INFO user admin logged in failed")
                .contains("java.lang.IllegalStateException: no such user")
                .contains("Caused by: java.lang.IllegalArgumentException: b c [2K")
                .containsPattern("\\R\\tat io\\.orderflow\\.process\\.doors\\.DoorsIntegrationTests");
    }

    // ---- what is taken

    @ParameterizedTest
    @CsvSource({"application/json, 65537", "multipart/form-data; boundary=b, 5242881"})
    void limitsBodiesWhetherTheirLengthIsAnnouncedOrNot(String type, int length) {
        byte[] body = " ".repeat(length).getBytes();
        String path = type.startsWith("multipart") ? "/engine-rest/deployment/create" : "/engine-rest/task/count";

        for (BodyPublisher sent : List.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpResponse<String> answer =
                    send(request(path, "admin").header("Content-Type", type).POST(sent));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
            assertThat(json(answer).get("status").asInt()).isEqualTo(413);
        }
    }

    @Test
    void letsNoBrowserRunWhatTheEnginesApisAnswer() {
        String deployment = repository
                .createDeploymentQuery()
                .deploymentName("Behind")
                .list()
                .get(0)
                .getId();
        String page = repository.getDeploymentResources(deployment).stream()
                .filter(found -> found.getName().equals("Page.form"))
                .findFirst()
                .orElseThrow()
                .getId();
        WebappSession cockpit = new WebappSession(port);
        cockpit.logIn("ops", "cockpit");
        String path = "/deployment/" + deployment + "/resources/" + page + "/data";

        for (HttpResponse<String> answer : List.of(
                get("/engine-rest" + path, "ops"),
                get("/engine-rest/task", "ops"),
                get("/engine-rest/task", null),
                get("/engine-rest/nothing", "ops"),
                cockpit.get("/camunda/api/engine/engine/default" + path))) {
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("sandbox")
                    .doesNotContain("allow-");
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        }
        assertThat(get("/engine-rest" + path, "ops")
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElseThrow())
                .startsWith("attachment");
    }

    // ---- what opens to whom

    @Test
    void opensATaskToNobodyWhoseItIs() {
        Task task = start();
        task.setOwner("alice");
        tasks.saveTask(task);
        tasks.setAssignee(task.getId(), "alice");
        tasks.addCandidateUser(task.getId(), "alice");

        identity.setAuthentication("alice", List.of("customer"));

        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
        assertThatThrownBy(() -> tasks.complete(task.getId())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> tasks.getVariables(task.getId())).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void opensATaskToItsGroupsForAsLongAsTheyAreThat() {
        Task task = start();

        tasks.addCandidateGroup(task.getId(), "analyst");
        assertThat(seenBy("analyst", task)).isTrue();
        tasks.deleteCandidateGroup(task.getId(), "analyst");
        assertThat(seenBy("analyst", task)).isFalse();
        tasks.addCandidateGroup(task.getId(), "analyst");
        tasks.complete(task.getId());

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.TASK)
                        .resourceId(task.getId())
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/assignee|{\"userId\": \"alice\"}",
                "/claim|{\"userId\": \"alice\"}",
                "/delegate|{\"userId\": \"alice\"}",
                "/identity-links|{\"userId\": \"alice\", \"type\": \"candidate\"}"
            })
    void refusesToGiveATaskToSomebodyWhomItIsNotFor(String way, String body) {
        String path = "/engine-rest/task/" + start().getId() + way;

        HttpResponse<String> refused = post(path, "ops", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("message").asText()).contains("'alice', who is in none of its groups");
        assertThat(post(path, "ops", body.replace("alice", "ops")).statusCode()).isEqualTo(204);
    }

    @Test
    void givesNoUserIdTwice() {
        create("kim");
        identity.deleteUser("kim");
        post("/api/orders", "ops", """
                {"customerId": "token", "items": [{"sku": "MOUSE-01", "quantity": 1}], "shippingAddress": {"recipient": "Kim",
                 "phone": "010-1234-5678", "line1": "1 Sejong-daero", "city": "Seoul", "postalCode": "04524", "country": "KR"}}""");

        assertThatThrownBy(() -> create("kim")).isInstanceOf(BadUserRequestException.class);
        WebappSession admin = new WebappSession(port);
        admin.logIn("admin", "admin");
        for (String id : new String[] {"kim", "token", "alice", "k".repeat(65)}) {
            String user =
                    "{\"profile\": {\"id\": \"" + id + "\"}, \"credentials\": {\"password\": \"k7-Long-enough\"}}";
            assertThat(post("/engine-rest/user/create", "admin", user).statusCode())
                    .isEqualTo(400);
            assertThat(admin.post("/camunda/api/engine/engine/default/user/create", user)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(identity.createUserQuery().userIdIn("kim", "token").count()).isZero();
    }

    @Test
    void anEMailAddressIsAUserIdThatLogsInAndOrders() {
        WebappSession admin = new WebappSession(port);
        admin.logIn("admin", "admin");
        for (String id : new String[] {"kim.min-su_1@shop.example", "Choi.Yuna"}) {
            String user =
                    "{\"profile\": {\"id\": \"" + id + "\"}, \"credentials\": {\"password\": \"k7-Long-enough\"}}";
            assertThat(admin.post("/camunda/api/engine/engine/default/user/create", user)
                            .statusCode())
                    .isEqualTo(204);
            identity.createMembership(id, "customer");

            var placed = send(request("/api/orders", null)
                    .header("Content-Type", "application/json")
                    .header("Authorization", basic(id, "k7-Long-enough"))
                    .POST(BodyPublishers.ofString("""
                            {"items": [{"sku": "MOUSE-01", "quantity": 1}], "shippingAddress": {"recipient": "Kim", "phone": "010-1234-5678",
                             "line1": "1 Sejong-daero", "city": "Seoul", "postalCode": "04524", "country": "KR"}}""")));

            assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
            assertThat(json(placed).get("customerId").asText()).isEqualTo(id);
        }
        for (String id : new String[] {"", ".kim", "kim lee", "kim/lee", "kim%2e", "김", "kim;a=b", "kim:x"}) {
            String user =
                    "{\"profile\": {\"id\": \"" + id + "\"}, \"credentials\": {\"password\": \"k7-Long-enough\"}}";
            assertThat(admin.post("/camunda/api/engine/engine/default/user/create", user)
                            .statusCode())
                    .as(id)
                    .isEqualTo(400);
        }
    }

    @Test
    void givesAUserIdOnceHoweverManyAskForItAtOnce() throws Exception {
        List<Object> outcomes = Together.run(4, i -> () -> {
            create("lee");
            return "made";
        });

        assertThat(outcomes).filteredOn("made"::equals).hasSize(1);
        assertThat(outcomes)
                .filteredOn(BadUserRequestException.class::isInstance)
                .hasSize(3);
    }

    @Test
    void letsNobodyDeleteWhatTheyDeployedAndTheOrdersWithIt() {
        identity.setAuthentication("analyst", List.of("analyst"));
        String deployment = repository
                .createDeployment()
                .name("Mine")
                .addString("Page.form", PAGE)
                .deploy()
                .getId();
        identity.clearAuthentication();

        String path = "/engine-rest/deployment/" + deployment + "?cascade=true";
        assertThat(send(request(path, "analyst").DELETE()).statusCode()).isEqualTo(403);
        assertThat(repository.createDeploymentQuery().deploymentId(deployment).count())
                .isOne();
    }

    @Test
    void letsNobodyDeleteThemselves() {
        assertThat(send(request("/engine-rest/user/ops", "ops").DELETE()).statusCode())
                .isEqualTo(403);
        assertThat(get("/engine-rest/user/ops/profile", "ops").statusCode()).isEqualTo(200);
        assertThat(identity.createUserQuery().userId("ops").count()).isOne();
    }

    private void create(String id) {
        User user = identity.newUser(id);
        user.setPassword("k7-Long-enough");
        identity.saveUser(user);
    }

    private Task start() {
        String instance = runtime.startProcessInstanceByKey("Behind").getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private boolean seenBy(String userAndGroup, Task task) {
        identity.setAuthentication(userAndGroup, List.of(userAndGroup));
        try {
            return tasks.createTaskQuery().taskId(task.getId()).count() == 1;
        } finally {
            identity.clearAuthentication();
        }
    }
}
