package io.orderflow.process.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.WebappSession;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Whatever words a caller sends to either door of the engine, none of them is evaluated: the canary would sing. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
@Import(ExpressionAttackIntegrationTests.Cage.class)
class ExpressionAttackIntegrationTests extends HttpIntegrationTest {

    private static final String EVIL = "${canary.touch() ? now() : now()}";
    /** As CVE-2026-109432 was published. */
    private static final String PUBLISHED = "{\"orQueries\": [{\"dueAfterExpression\": \"%s\"}]}".formatted(EVIL);

    private static final String DEEP = "{\"query\": {\"a\": [[{\"b\": {\"assigneeExpression\": \"\"}}]]}}";
    private static final List<String> USERS = List.of("alice", "ops", "analyst", "admin");
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    private int songs;

    @TestConfiguration(proxyBeanMethods = false)
    static class Cage {

        @Bean
        Canary canary() {
            return new Canary();
        }
    }

    @BeforeEach
    void listen() {
        songs = Canary.songs();
    }

    @AfterEach
    void nothingSang() {
        assertThat(Canary.songs()).isEqualTo(songs);
    }

    // ---- what is sent

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task",
                "task/count",
                "filter/create",
                "filter/ID/list",
                "filter/ID/count",
                "filter/ID/singleResult",
                "history/task",
                "history/task/count",
                "process-instance/suspended",
                "process-instance/delete",
                "process-instance/count",
                "process-instance/job-retries",
                "process-instance/variables-async",
                "process-instance/message-async",
                "execution/count",
                "modification/executeAsync",
                "process-definition/Order:1/restart-async",
                "migration/executeAsync",
                "external-task/retries",
                "history/process-instance/delete",
                "history/process-instance/set-removal-time",
                "job/retries",
                "variable-instance/count",
                "decision-definition/key/ReturnPolicy/evaluate",
                "condition",
                "message",
                "signal",
                "batch/statistics",
                "incident/count"
            })
    void refusesExpressionOfAnybodyInAnyBody(String resource) {
        String path = resource.replace("ID", listed("Mine"));

        for (String user : USERS) {
            for (String door : List.of("/engine-rest/", "/engine-rest/engine/default/")) {
                assertRefused(user, post(door + path, user, PUBLISHED));
                assertRefused(user, post(door + path, user, DEEP));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression",
                "dueAfterExpression",
                "candidateGroupsExpression",
                "followUpBeforeExpression",
                "processInstanceBusinessKeyLikeExpression",
                "dueAfter%45xpression"
            })
    void refusesExpressionInQueryOfUrl(String name) {
        String query = "?firstResult=0&" + name + "=" + URLEncoder.encode(EVIL, StandardCharsets.UTF_8);

        for (String user : USERS) {
            for (String path :
                    List.of("task", "task/count", "engine/default/task", "filter/" + listed("Mine") + "/list")) {
                assertRefused(user, get("/engine-rest/" + path + query, user));
            }
        }
    }

    /** Callers get not even the words of our own filters. */
    @ParameterizedTest
    @ValueSource(strings = {"${currentUser()}", "${now()}", "${currentUserGroups()}", "${1}", "", "plain"})
    void refusesHarmlessExpressionToo(String expression) {
        String query = "{\"assigneeExpression\": \"%s\"}".formatted(expression);

        assertRefused("ops", post("/engine-rest/task", "ops", query));
        assertRefused("ops", post("/engine-rest/task", "ops", "{\"orQueries\": [%s]}".formatted(query)));
    }

    @Test
    void refusesExpressionInFilterThatIsChanged() {
        String filter = "/engine-rest/filter/" + listed("Mine");

        HttpResponse<String> answer = send(request(filter, "admin")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"name\": \"Mine\", \"resourceType\": \"Task\", \"query\": " + PUBLISHED + "}")));

        assertRefused("admin", answer);
        assertThat(get(filter, "ops").body()).doesNotContain("canary");
    }

    private static Stream<BodyPublisher> disguises() {
        byte[] chunked = PUBLISHED.getBytes(StandardCharsets.UTF_8);
        Stream<String> texts = Stream.of(
                PUBLISHED.replace("Expression", "\\u0045xpression"),
                "\n\t " + PUBLISHED.replace(":", " \n:"),
                "\uFEFF" + PUBLISHED,
                PUBLISHED + " {}",
                "{} " + PUBLISHED,
                PUBLISHED + "}",
                "/**/" + PUBLISHED,
                "[" + PUBLISHED + "]",
                PUBLISHED.replace('"', '\''),
                "{\"orQueries\": [], " + PUBLISHED.substring(1),
                PUBLISHED.substring(0, PUBLISHED.length() - 1) + ", \"orQueries\": []}");
        Stream<BodyPublisher> charsets = Stream.of("UTF-16", "UTF-16LE", "UTF-32", "IBM037")
                .map(charset -> BodyPublishers.ofString(PUBLISHED, Charset.forName(charset)));
        return Stream.of(
                        texts.map(BodyPublishers::ofString),
                        charsets,
                        Stream.of(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(chunked))))
                .flatMap(bodies -> bodies);
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void refusesExpressionInDisguise(BodyPublisher body) {
        for (String type : List.of(
                "application/json",
                "application/json;charset=UTF-16",
                "APPLICATION/JSON; charset=IBM037",
                "application/hal+json",
                "text/plain",
                "*/*")) {
            for (String path : List.of("task/count", "filter/" + listed("Mine") + "/count")) {
                HttpResponse<String> answer = send(request("/engine-rest/" + path, "ops")
                        .header("Content-Type", type)
                        .POST(body));

                assertThat(answer.statusCode())
                        .as("%s: %s", type, answer.body())
                        .isBetween(400, 499);
            }
        }
    }

    /** Uploads and forms are not looked into: the engine must read no query from them. */
    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "multipart/json", "application/x-www-form-urlencoded"})
    void takesNoQueryFromForms(String type) {
        HttpResponse<String> once = send(request("/engine-rest/task/count", "ops")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(PUBLISHED)));
        HttpResponse<String> twice = send(request("/engine-rest/task/count", "ops")
                .header("Content-Type", type)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(PUBLISHED)));

        assertThat(once.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(twice.statusCode()).isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;a/task/count",
                "/engine-rest/task;a=b/count",
                "/engine-rest/task/count;x",
                "/engine-rest//task/count",
                "/engine-rest/./task/count",
                "/engine-rest/x/../task/count",
                "/engine-rest/task/count/",
                "/engine-rest/t%61sk/count",
                "/%65ngine-rest/task/count",
                "/ENGINE-REST/task/count",
                "/engine-rest/engine/default;a=b/task/count",
                "/engine-rest/engine/d%65fault/task/count",
                "/camunda/../engine-rest/task/count",
                "/camunda/api/engine;a/engine/default/task/count"
            })
    void findsNoWayAroundByThePath(String path) {
        for (String user : USERS) {
            assertThat(post(path, user, PUBLISHED).statusCode()).as(user).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    void limitsWhatIsRead() {
        String long64k = "{\"name\": \"%s\"}".formatted("x".repeat(64 * 1024));

        assertThat(post("/engine-rest/task/count", "ops", long64k).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"ops, tasklist", "admin, tasklist", "admin, admin", "analyst, cockpit"})
    void refusesExpressionAtTheWebappsDoor(String user, String app) {
        WebappSession session = WebappSession.of(port, user, app);

        for (String path : List.of("/task", "/task/count", "/filter/create", "/filter/" + listed("Mine") + "/list")) {
            assertRefused(user, session.post(WEBAPPS + path, PUBLISHED));
        }
        assertRefused(user, session.get(WEBAPPS + "/task?assigneeExpression=1"));
        assertRefused(user, session.post("/camunda/api/cockpit/plugin/base/default/process-instance", PUBLISHED));
    }

    // ---- what is stored

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVIL,
                "${\"\".isEmpty() ? now() : 1}",
                "${dateTime().minusDays(1)}",
                "#{now()}",
                "${canary",
                "${1}"
            })
    void refusesToRunStoredFilterWithForeignExpression(String expression) {
        WebappSession tasklist = WebappSession.of(port, "admin", "tasklist");
        TaskQuery plain = tasks.createTaskQuery().dueAfterExpression(expression);
        TaskQuery nested =
                tasks.createTaskQuery().or().dueAfterExpression(expression).endOr();

        for (TaskQuery query : List.of(plain, nested)) {
            Filter stored = filters.saveFilter(filters.newTaskFilter("Foreign").setQuery(query));
            String filter = "/filter/" + stored.getId();
            for (String way : List.of("/list", "/count", "/singleResult", "/list?firstResult=0&maxResults=2")) {
                assertRefused("admin", get("/engine-rest" + filter + way, "admin"));
                assertRefused("admin", get("/engine-rest/engine/default" + filter + way, "admin"));
                assertRefused("admin", post("/engine-rest" + filter + way, "admin", "{\"assignee\": \"ops\"}"));
            }
            assertRefused("admin", tasklist.get(WEBAPPS + filter + "/count"));
            assertRefused("admin", get("/engine-rest/filter?itemCount=true", "admin"));
            assertThat(get("/engine-rest" + filter, "admin").statusCode()).isEqualTo(200);
            filters.deleteFilter(stored.getId());
        }
    }

    /** With what Tasklist sends: sorting, paging, a search by all or by any of several. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Returns to decide",
                "Goods to inspect",
                "Shipping failures",
                "Refunds to settle",
                "Cases",
                "Mine",
                "Overdue",
                "Tasks of my groups"
            })
    void runsOurOwnFilters(String name) {
        WebappSession tasklist = WebappSession.of(port, "ops", "tasklist");
        String filter = "/filter/" + listed(name);

        for (String search : List.of(
                "\"assignee\": \"ops\"",
                "\"orQueries\": [{\"assignee\": \"ops\", \"name\": \"x\"}]",
                "\"processVariables\": [{\"name\": \"returnId\", \"operator\": \"eq\", \"value\": \"${x}\"}]",
                "\"processVariables\": [{\"name\": \"returnAmount\", \"operator\": \"gteq\", \"value\": 5}]")) {
            String body = "{\"active\": true, \"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}], %s}"
                    .formatted(search);

            assertThat(post("/engine-rest" + filter + "/list?firstResult=0&maxResults=15", "ops", body)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(tasklist.post(WEBAPPS + filter + "/list", body).statusCode())
                    .isEqualTo(200);
            assertThat(json(tasklist.post(WEBAPPS + filter + "/count", body)).has("count"))
                    .isTrue();
        }
    }

    // ---- other words of callers, none of which means anything to the engine

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            task/create                            | {"name": "#", "description": "#", "assignee": "#", "owner": "#"}
            task/ID/comment/create                 | {"message": "#"}
            task/ID/claim                          | {"userId": "#"}
            task/ID/variables                      | {"modifications": {"x": {"value": "#", "type": "String"}}}
            task/ID/identity-links                 | {"groupId": "#", "type": "candidate"}
            task/ID/complete                       | {"variables": {"x": {"value": "#"}}}
            filter/create                          | {"name": "#", "resourceType": "Task", "query": {"name": "#", "assignee": "#"}}
            filter/create                          | {"name": "a", "resourceType": "Task", "properties": {"description": "#", "color": "#"}}
            task                                   | {"name": "#", "candidateGroups": ["#"], "processInstanceBusinessKey": "#"}
            task                                   | {"sorting": [{"sortBy": "#", "sortOrder": "asc"}]}
            message                                | {"messageName": "#", "businessKey": "#", "processVariables": {"x": {"value": "#"}}}
            signal                                 | {"name": "#", "variables": {"x": {"value": "#"}}}
            condition                              | {"businessKey": "#", "variables": {"x": {"value": "#"}}}
            decision-definition/key/ReturnPolicy/evaluate     | {"variables": {"returnReason": {"value": "#"}, "returnAmount": {"value": 1}}}
            process-definition/key/SettleRefund/start         | {"businessKey": "#", "variables": {"refundId": {"value": "#"}}}
            process-definition/key/SettleRefund/submit-form   | {"businessKey": "#", "variables": {"refundId": {"value": "#"}}}
            group/create                           | {"id": "#", "name": "#", "type": "#"}
            user/create                            | {"profile": {"id": "x", "firstName": "#"}, "credentials": {"password": "#"}}
            """)
    void takesWordsForWords(String path, String body) {
        for (String words : List.of(EVIL, EVIL.replace('$', '#'), "a " + EVIL)) {
            Task task = tasks.newTask();
            tasks.saveTask(task);

            HttpResponse<String> answer =
                    post("/engine-rest/" + path.replace("ID", task.getId()), "admin", body.replace("#", words));

            assertThat(answer.body())
                    .doesNotContain("used in expression", "is not evaluated here", "EXPRESSION_REFUSED");
            tasks.createTaskQuery().list().stream()
                    .filter(own -> own.getProcessInstanceId() == null)
                    .forEach(own -> tasks.deleteTask(own.getId(), true));
        }
    }

    /** FEEL calls the methods of every object it gets, and an object is made by calling its constructor. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type": "File", "value": "YQ==", "valueInfo": {"filename": "a"}}
            {"type": "File", "value": "YQ==", "valueInfo": {"filename": "a", "transient": true}}
            {"type": "Bytes", "value": "YQ=="}
            {"type": "Object", "value": "rO0ABXQAAWE=", "valueInfo": {"serializationDataFormat": "application/x-java-serialized-object"}}
            {"type": "Object", "value": "{}", "valueInfo": {"objectTypeName": "CANARY", "serializationDataFormat": "application/json"}}
            {"type": "Json", "value": "{}"}
            {"type": "Xml", "value": "<a/>"}
            """)
    void takesNoVariableButPlainValues(String variable) {
        String variables =
                "{\"variables\": {\"returnReason\": %s}}".formatted(variable.replace("CANARY", Canary.class.getName()));

        for (String path : List.of(
                "decision-definition/key/ReturnPolicy/evaluate",
                "process-definition/key/SettleRefund/start",
                "condition")) {
            assertThat(post("/engine-rest/" + path, "admin", variables).statusCode())
                    .as(path)
                    .isEqualTo(400);
        }
    }

    @Test
    void makesNoObjectOfClassThatCallerNames() {
        Task task = tasks.newTask();
        tasks.saveTask(task);
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n";

        HttpResponse<String> answer = send(request("/engine-rest/task/" + task.getId() + "/variables/y/data", "admin")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(part.formatted("data", "application/json", "{}")
                        + part.formatted("type", "text/plain", Canary.class.getName()) + "--x--\r\n")));

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(tasks.getVariables(task.getId())).isEmpty();
        tasks.deleteTask(task.getId(), true);
    }

    /** A customer may be turned away before anybody looks at what they say. */
    private static void assertRefused(String user, HttpResponse<String> answer) {
        if (user.equals("alice") && answer.statusCode() == 403) {
            return;
        }
        assertThat(answer.statusCode()).as(user + ": " + answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(answer).path("code").asText()).isEqualTo("EXPRESSION_REFUSED");
    }

    private String listed(String name) {
        return json(get("/engine-rest/filter?name=" + name.replace(" ", "%20"), "ops"))
                .get(0)
                .get("id")
                .asText();
    }
}
