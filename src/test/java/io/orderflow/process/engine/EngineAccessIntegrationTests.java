package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_TASK;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import io.orderflow.OneTask;
import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.WebappSession;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** Who may do what in the engine's REST API and webapps. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
class EngineAccessIntegrationTests extends HttpIntegrationTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest",
                "/engine-rest/engine",
                "/engine-rest/engine/default/task",
                "/engine-rest/deployment"
            })
    void asksStrangersToLogIn(String path) {
        HttpResponse<String> response = get(path, null);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
    }

    @Test
    void refusesPathsThatHideWhereTheyLead() {
        assertThat(get("/%65ngine-rest/task", null).statusCode()).isEqualTo(400);
        assertThat(get("/engine-rest/%2e%2e/engine-rest/task", null).statusCode())
                .isEqualTo(400);
        assertThat(get("/%61pi/orders", null).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"analyst, 200", "admin, 200", "ops, 403", "alice, 403"})
    void letsAnalystsAndAdministratorsDeploy(String user, int status) {
        assertThat(deploy(user, "Deployed").statusCode()).isEqualTo(status);
    }

    @Test
    void showsInstancesAndTasksToOpsAndNobodyElse() {
        deploy("analyst", "Shown");
        String instance = runtime.startProcessInstanceByKey("Shown", "ORD-1").getId();

        assertThat(json(get("/engine-rest/process-instance?processDefinitionKey=Shown", "ops")))
                .hasSize(1);
        assertThat(json(get("/engine-rest/task?processDefinitionKey=Shown", "ops")))
                .hasSize(1);
        assertThat(json(get("/engine-rest/process-instance", "analyst"))).isEmpty();
        assertThat(json(get("/engine-rest/task", "analyst"))).isEmpty();
        assertThat(json(get("/engine-rest/history/process-instance", "analyst")))
                .isEmpty();
        assertThat(get("/engine-rest/process-instance/" + instance + "/variables", "analyst")
                        .statusCode())
                .isEqualTo(403);
        assertThat(json(get("/engine-rest/process-definition?key=Shown", "analyst")))
                .hasSize(1);
        assertThat(json(get("/engine-rest/user", "ops")))
                .allMatch(user -> user.get("id").asText().equals("ops"));
    }

    @Test
    void letsOpsCompleteTheirTasksAndNobodyElse() {
        deploy("admin", "Worked");
        runtime.startProcessInstanceByKey("Worked");
        String task = json(get("/engine-rest/task?processDefinitionKey=Worked", "ops"))
                .get(0)
                .get("id")
                .asText();

        assertThat(post("/engine-rest/task/" + task + "/complete", "alice", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/engine-rest/task/" + task + "/complete", "analyst", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/engine-rest/task/" + task + "/complete", "ops", "{\"variables\": {\"x\": {\"value\": 1}}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("Worked")
                        .count())
                .isZero();
    }

    @Test
    void writesTimesTheEnginesWayInTheEnginesApi() {
        deploy("admin", "Timed");

        assertThat(json(get("/engine-rest/deployment", "admin"))
                        .get(0)
                        .get("deploymentTime")
                        .asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}");
    }

    @Test
    void servesTheWebapps() {
        assertThat(get("/", null).statusCode()).isEqualTo(302);
        HttpResponse<String> page = get("/camunda/app/welcome/default/", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html");
        assertThat(page.headers()
                        .firstValue("X-Frame-Options")
                        .or(() -> page.headers().firstValue("Content-Security-Policy")))
                .isPresent();
        assertThat(get("/camunda/api/engine/engine/default/task", null).statusCode())
                .isIn(401, 403, 404);
        assertThat(get("/camunda-welcome", null).headers().firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/camunda",
                "/camunda/",
                "/camunda/app/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/lib/nothing.js",
                "/camunda-welcome",
                "/favicon.ico",
                "/engine-rest/task",
                "/api/orders",
                "/error",
                "/nowhere",
                "/actuator/health",
                "/swagger-ui/index.html"
            })
    void remembersNoVisitor(String path) {
        for (String method : new String[] {"GET", "HEAD", "POST"}) {
            HttpResponse<String> answer = send(request(path, null).method(method, BodyPublishers.noBody()));

            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as(method)
                    .allMatch(cookie -> cookie.startsWith("XSRF-TOKEN="));
        }
    }

    @Test
    void opensASessionAtLogInOnly() {
        String token = cookies(get("/camunda/app/cockpit/default/", null)).get("XSRF-TOKEN");

        assertThat(logIn("cockpit", "wrong", token, token).statusCode()).isEqualTo(401);
        assertThat(logIn("cockpit", "ops", token, "another").statusCode()).isEqualTo(403);
        assertThat(logIn("cockpit", "ops", null, token).statusCode()).isEqualTo(403);
        assertThat(cookies(logIn("cockpit", "wrong", token, token))).doesNotContainKey("JSESSIONID");
        HttpResponse<String> loggedIn = logIn("cockpit", "ops", token, token);
        assertThat(loggedIn.statusCode()).isEqualTo(200);
        String session = cookies(loggedIn).get("JSESSIONID");

        HttpResponse<String> page =
                send(request("/camunda/app/cockpit/default/", null).header("Cookie", "JSESSIONID=" + session));
        String own = cookies(page).get("XSRF-TOKEN");
        assertThat(send(request("/camunda/api/engine/engine/default/task", null)
                                .header("Cookie", "JSESSIONID=" + session))
                        .statusCode())
                .isEqualTo(200);
        assertThat(logOut(session, token).statusCode()).isEqualTo(403);
        assertThat(own).isNotNull().isNotEqualTo(token);
    }

    @Test
    void beginsAnotherSessionAtEachLogInWhateverIdComesAlong() {
        WebappSession browser = WebappSession.of(port, "ops", "cockpit");
        String first = browser.cookie("JSESSIONID").orElseThrow();

        browser.logIn("analyst", "cockpit");

        assertThat(browser.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(first);
        assertThat(send(request("/camunda/api/engine/engine/default/task", null)
                                .header("Cookie", "JSESSIONID=" + first))
                        .statusCode())
                .isEqualTo(401);
    }

    /** The password is the user's name, or wrong. */
    private HttpResponse<String> logIn(String app, String password, String cookie, String token) {
        HttpRequest.Builder request = request("/camunda/api/admin/auth/user/default/login/" + app, null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.ofString("username=ops&password=" + password));
        return send(cookie == null ? request : request.header("Cookie", "XSRF-TOKEN=" + cookie));
    }

    private HttpResponse<String> logOut(String session, String token) {
        return send(request("/camunda/api/admin/auth/user/default/logout", null)
                .header("X-XSRF-TOKEN", token)
                .header("Cookie", "JSESSIONID=" + session + "; XSRF-TOKEN=" + token)
                .POST(BodyPublishers.noBody()));
    }

    private static Map<String, String> cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .flatMap(cookie -> HttpCookie.parse(cookie).stream())
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (first, second) -> second));
    }

    @Test
    void listsTheTasksOfTheirGroupsToOpsWhoeverClaimedThem() {
        deploy("admin", "Listed");
        runtime.startProcessInstanceByKey("Listed");
        String task = json(get("/engine-rest/task?processDefinitionKey=Listed", "ops"))
                .get(0)
                .get("id")
                .asText();
        post("/engine-rest/task/" + task + "/claim", "ops", "{\"userId\": \"ops\"}");

        for (String list : new String[] {"Mine", "Tasks of my groups"}) {
            String filter = json(get("/engine-rest/filter?name=" + list.replace(" ", "%20"), "ops"))
                    .get(0)
                    .get("id")
                    .asText();
            assertThat(json(get("/engine-rest/filter/" + filter + "/list", "ops")))
                    .anyMatch(found -> found.get("id").asText().equals(task));
        }
        assertThat(json(get("/engine-rest/filter", "analyst"))).isEmpty();
    }

    @Test
    void showsOpsAListForEachKindOfTask() {
        assertThat(json(get("/engine-rest/filter", "ops")))
                .extracting(filter -> filter.get("name").asText())
                .containsExactlyInAnyOrder(
                        "Returns to decide",
                        "Goods to inspect",
                        "Shipping failures",
                        "Refunds to settle",
                        "Cases",
                        "Mine",
                        "Overdue",
                        "Tasks of my groups");
    }

    @Test
    void listsAsOverdueWhatIsPastItsDueDateOnly() {
        deploy("admin", "Late");
        runtime.startProcessInstanceByKey("Late");
        runtime.startProcessInstanceByKey("Late");
        var both = tasks.createTaskQuery().processDefinitionKey("Late").list();
        both.get(0).setDueDate(Date.from(Instant.now().minusSeconds(60)));
        both.get(1).setDueDate(Date.from(Instant.now().plusSeconds(3600)));
        both.forEach(tasks::saveTask);

        String filter = json(get("/engine-rest/filter?name=Overdue", "ops"))
                .get(0)
                .get("id")
                .asText();

        assertThat(json(get("/engine-rest/filter/" + filter + "/list", "ops")))
                .extracting(task -> task.get("id").asText())
                .contains(both.get(0).getId())
                .doesNotContain(both.get(1).getId());
    }

    @Test
    void takesBackWhatEarlierVersionsGranted() {
        deploy("admin", "Narrowed");
        runtime.startProcessInstanceByKey("Narrowed");
        String task = tasks.createTaskQuery()
                .processDefinitionKey("Narrowed")
                .singleResult()
                .getId();
        grant(PROCESS_DEFINITION, "Narrowed", UPDATE_TASK);
        grant(TASK, task, UPDATE);
        engine.getManagementService().deleteProperty(NarrowedRights.VERSION_PROPERTY);

        new NarrowedRights(engine).ensure();

        assertThat(put("/engine-rest/task/" + task + "/variables/x", "ops", "{\"value\": 1}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/engine-rest/task/" + task + "/assignee", "ops", "{\"userId\": \"ops\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post("/engine-rest/task/" + task + "/complete", "ops", "{}").statusCode())
                .isEqualTo(204);
    }

    private void grant(Resource resource, String id, Permission permission) {
        AuthorizationService authorizations = engine.getAuthorizationService();
        Authorization granted = authorizations
                .createAuthorizationQuery()
                .groupIdIn("ops")
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        if (granted == null) {
            granted = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            granted.setGroupId("ops");
            granted.setResource(resource);
            granted.setResourceId(id);
        }
        granted.addPermission(permission);
        authorizations.saveAuthorization(granted);
    }

    private HttpResponse<String> put(String path, String user, String json) {
        return send(
                request(path, user).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> deploy(String user, String key) {
        String boundary = UUID.randomUUID().toString();
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n" + key
                + "\r\n--" + boundary + "\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + key
                + ".bpmn\"\r\nContent-Type: text/xml\r\n\r\n" + OneTask.model(key) + "\r\n--" + boundary + "--\r\n";
        HttpRequest.Builder request = request("/engine-rest/deployment/create", user)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body));
        return send(request);
    }
}
