package io.orderflow.security;

import static io.orderflow.security.AccessMatrix.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.OneTask;
import io.orderflow.web.HttpTest;
import io.orderflow.web.WebappSession;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Everybody at every door: each endpoint that anything in the application serves is called by a stranger, a customer,
 * ops, an analyst and an administrator, and lets in whom its row in {@code access-matrix.txt} lets in. A new endpoint
 * without a row fails. Nobody is ever answered 500.
 */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
class AccessMatrixIntegrationTests extends HttpTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    private final Map<String, WebappSession> sessions = new HashMap<>();
    private Map<String, String> things;

    @BeforeEach
    void makeSomethingToRead() {
        things = things();
    }

    @Test
    void everyEndpointHasItsRowAndEveryRowItsEndpoint() {
        AccessMatrix matrix = AccessMatrix.read();
        SortedSet<String> served = endpoints();

        assertThat(served)
                .allSatisfy(endpoint -> assertThat(matrix.of(endpoint))
                        .as("the row of " + endpoint)
                        .isNotNull());
        assertThat(matrix.rows().keySet()).isSubsetOf(served);
    }

    @Test
    void letsInWhomTheRowsLetIn() {
        AccessMatrix matrix = AccessMatrix.read();
        Map<String, String> wrong = new TreeMap<>();
        for (String endpoint : endpoints()) {
            List<String> cells = cells(endpoint);
            List<String> expected = matrix.of(endpoint);
            if (!cells.equals(expected)) {
                wrong.put(AccessMatrix.write(endpoint, cells), "instead of " + expected);
            }
        }

        assertThat(wrong).as("endpoints that let in others than their rows say").isEmpty();
    }

    /** But for those that only the tests serve. */
    private SortedSet<String> endpoints() {
        SortedSet<String> all =
                Endpoints.all(context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream());
        all.removeIf(endpoint -> endpoint.contains(" /api/sample"));
        return all;
    }

    private List<String> cells(String endpoint) {
        return USERS.stream().map(user -> cell(endpoint, user)).toList();
    }

    private String cell(String endpoint, String user) {
        String[] words = endpoint.split(" ");
        int status = call(words[0].equals("ANY") ? "GET" : words[0], fill(words[0], words[1]), user)
                .statusCode();
        return status == 401 || status == 403 || status >= 500 ? String.valueOf(status) : "in";
    }

    private HttpResponse<String> call(String method, String path, String user) {
        if (path.startsWith("/camunda/")) {
            return session(path, user).send(method, path);
        }
        boolean bodiless = method.equals("GET") || method.equals("DELETE") || method.equals("OPTIONS");
        return send(request(path, user.equals("stranger") ? null : user)
                .header("Content-Type", "application/json")
                .method(method, bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    /** A session that logging in and out again has nothing to do with is used again. */
    private WebappSession session(String path, String user) {
        return path.contains("/auth/user/") ? open(user) : sessions.computeIfAbsent(user, this::open);
    }

    private WebappSession open(String user) {
        WebappSession session = new WebappSession(port);
        if (!user.equals("stranger")) {
            session.logIn(user, user.equals("admin") ? "admin" : "cockpit");
        }
        return session;
    }

    /** What is read is there; what would be changed is not. */
    private String fill(String method, String path) {
        String filled = path.replace("{engine}", "default")
                .replace("/engine/{name}", "/engine/default")
                .replaceAll("\\{engineName}", "default");
        if (method.equals("GET")) {
            for (Map.Entry<String, String> thing : things.entrySet()) {
                filled = filled.replace(thing.getKey(), thing.getValue());
            }
        }
        return filled.replace("/**", "").replaceAll("\\{[^}]*}", "unknown");
    }

    /** One of each kind of thing that can be read, by the beginning of the paths that read it. */
    private Map<String, String> things() {
        repository
                .createDeployment()
                .name("Read")
                .addString("Read.bpmn", OneTask.model("Read"))
                .deploy();
        String instance = runtime.startProcessInstanceByKey("Read").getId();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("Order")
                .latestVersion()
                .singleResult();
        return Map.of(
                "/process-definition/{id}",
                "/process-definition/" + definition.getId(),
                "/process-definition/key/{key}",
                "/process-definition/key/Order",
                "/deployment/{id}",
                "/deployment/" + definition.getDeploymentId(),
                "/process-instance/{id}",
                "/process-instance/" + instance,
                "/task/{id}",
                "/task/"
                        + tasks.createTaskQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getId(),
                "/user/{id}",
                "/user/bob",
                "/group/{id}",
                "/group/ops");
    }
}
