package io.orderflow.process.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.process.model.Door;
import io.orderflow.process.model.Harmful;
import io.orderflow.process.model.Harmless;
import io.orderflow.process.model.ModelFile;
import io.orderflow.web.HttpIntegrationTest;
import io.orderflow.web.WebappSession;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** What an analyst asks about models over HTTP. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
class ModelsIntegrationTests extends HttpIntegrationTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private List<String> before;

    @BeforeEach
    void look() {
        before = deployments();
    }

    @AfterEach
    void removeWhatWasDeployed() {
        deployments().stream()
                .filter(deployment -> !before.contains(deployment))
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    // ---- the check

    @Test
    void checkSaysWhatADeploymentWouldBeRefusedForAndDeploysNothing() {
        Harmful.all().filter(one -> !one.file().equals("Own.bpmn")).limit(12).forEach(harmful -> {
            JsonNode answer = json(check(harmful.changed()));

            assertThat(answer.get("deployable").asBoolean())
                    .as(harmful.toString())
                    .isFalse();
            assertThat(answer.at("/findings/0/severity").asText()).isEqualTo("REFUSED");
            assertThat(answer.get("findings").toString()).as(harmful.toString()).contains(harmful.place());
        });

        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void checkFindsNothingInOurOwnFilesTogetherOrAlone() {
        assertThat(json(check(Harmless.ours().toArray(ModelFile[]::new)))).hasToString("""
                {"deployable":true,"findings":[]}""");
        for (ModelFile file : Harmless.ours()) {
            assertThat(json(check(file)).get("deployable").asBoolean())
                    .as(file.name())
                    .isTrue();
        }

        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void checkSaysWhatOnlyTheEngineFinds() {
        ModelFile two = new ModelFile("Own.bpmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="own">
                  <bpmn:process id="Own" name="Own" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="One" name="One" />
                    <bpmn:startEvent id="Two" name="Two" />
                    <bpmn:endEvent id="End" name="End" />
                    <bpmn:sequenceFlow id="F1" sourceRef="One" targetRef="End" />
                    <bpmn:sequenceFlow id="F2" sourceRef="Two" targetRef="End" />
                  </bpmn:process>
                </bpmn:definitions>
                """.getBytes(StandardCharsets.UTF_8));
        int deployed = Door.REST
                .open(port, "analyst")
                .deploy(List.of(two), Map.of("deployment-name", "Own"))
                .statusCode();

        JsonNode answer = json(check(two));

        assertThat(answer.get("deployable").asBoolean()).as(answer.toString()).isEqualTo(deployed == 200);
        assertThat(deployed).isEqualTo(400);
    }

    @Test
    void playTellsWhatComesOfAStoryAndTouchesNothing() {
        long running = runtime.createProcessInstanceQuery().count();
        ModelFile order = Harmless.ours().stream()
                .filter(file -> file.name().equals("Order.bpmn"))
                .findFirst()
                .orElseThrow();
        ModelFile drawn = new ModelFile("story.json", """
                [{"kind": "WAIT_ENDS", "subject": "Task_AwaitPayment", "values": {"payment": "SUBMITTED"}},
                 {"kind": "WAIT_ENDS", "subject": "Task_AwaitGateway", "values": {"chargeStatus": "DECLINED"}}]
                """.getBytes(StandardCharsets.UTF_8));

        JsonNode named = json(play("?story=half-returned", order));
        JsonNode own = json(play("", order, drawn));

        assertThat(named).hasSize(1);
        assertThat(named.at("/0/kept").asBoolean()).as(named.toString()).isTrue();
        assertThat(own.at("/0/ends/Order").asText()).as(own.toString()).isEqualTo("EndEvent_OrderFailed");
        assertThat(deployments()).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(running);
    }

    @Test
    void playRefusesWhatCannotBePlayed() {
        ModelFile[] ours = Harmless.ours().toArray(ModelFile[]::new);
        ModelFile noStory = new ModelFile("story.json", "{}".getBytes(StandardCharsets.UTF_8));
        Harmful harmful = Harmful.all().findFirst().orElseThrow();

        assertProblem(play(""), 400, "VALIDATION_FAILED");
        assertProblem(play("?story=unknown", ours), 400, "VALIDATION_FAILED");
        assertProblem(play("", ours[0], noStory), 400, "VALIDATION_FAILED");
        assertProblem(play("?story=expired", ours[0], later("P1D")), 400, "VALIDATION_FAILED");
        assertProblem(play("", ours[0], later("P" + "1".repeat(255) + "D")), 400, "VALIDATION_FAILED");
        assertProblem(play("", ours[0], later("P1D\\u0000")), 400, "VALIDATION_FAILED");
        assertProblem(play("", harmful.changed()), 422, "MODEL_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT9223372036854775807S", "-P1D", "P3651D", "soon"})
    void storyStopsAtATimeThatIsNone(String time) {
        ModelFile order = Harmless.ours().stream()
                .filter(file -> file.name().equals("Order.bpmn"))
                .findFirst()
                .orElseThrow();

        JsonNode played = json(play("", order, later(time)));

        assertThat(played.at("/0/kept").asBoolean()).isFalse();
        assertThat(played.at("/0/trouble/message").asText()).contains(time);
    }

    private static ModelFile later(String time) {
        String story = "[{\"kind\": \"LATER\", \"subject\": \"%s\", \"values\": {}}]".formatted(time);
        return new ModelFile("story.json", story.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void checkRefusesWhatIsNoFileAndWhatIsTooMuch() {
        assertProblem(check(), 400, "VALIDATION_FAILED");
        assertProblem(check(new ModelFile("Order.bpmn", new byte[6 * 1024 * 1024])), 413, "PAYLOAD_TOO_LARGE");
        assertProblem(post("/api/models/check", "analyst", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void checkRefusesABodyThatEndsTooEarly() {
        for (String body :
                List.of("", "x", "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.bpmn\"\r\n\r\n<")) {
            HttpResponse<String> answer = send(request("/api/models/check", "analyst")
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));

            assertProblem(answer, 400, "VALIDATION_FAILED");
        }
    }

    @Test
    void checkRefusesInWordsWhatIsNoModel() {
        for (byte[] content : List.of(
                new byte[0],
                "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8),
                """
                <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><d>&c;</d>
                """.getBytes(StandardCharsets.UTF_8),
                """
                <!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>""".getBytes(StandardCharsets.UTF_8))) {
            JsonNode answer = json(check(new ModelFile("Order.bpmn", content)));

            assertThat(answer.get("deployable").asBoolean()).isFalse();
            assertThat(answer.at("/findings/0/file").asText()).isEqualTo("Order.bpmn");
            assertThat(answer.toString()).doesNotContain("root:");
        }
    }

    // ---- what is in use, and the way back

    @Test
    void listSaysWhoDeployedWhatAndWhatIsCurrent() {
        deploy(changed());

        JsonNode current = version(true);

        assertThat(current.get("deployedBy").asText()).isEqualTo("analyst");
        assertThat(current.get("kind").asText()).isEqualTo("PROCESS");
        assertThat(current.get("file").asText()).isEqualTo("Order.bpmn");
        assertThat(version(false).get("version").asInt())
                .isLessThan(current.get("version").asInt());
        assertThat(version(false).get("deployedBy").isNull()).isTrue();
        assertThat(json(get("/api/models?size=1", "analyst")).at("/page/size").asInt())
                .isOne();
        assertProblem(get("/api/models?size=101", "analyst"), 400, "VALIDATION_FAILED");
    }

    @Test
    void changesAreThoseFromTheVersionBeforeIt() {
        deploy(changed());
        String current = "/api/models/Order/" + version(true).get("version").asInt();

        assertThat(json(get(current + "/changes", "analyst"))).isEmpty();
        assertThat(json(get(current + "/changes?from=1", "analyst"))).isEmpty();
        assertProblem(get(current + "/changes?from=99", "analyst"), 404, "MODEL_NOT_FOUND");
        assertProblem(get("/api/models/Order/1/changes", "analyst"), 404, "MODEL_NOT_FOUND");
    }

    @Test
    void fileIsTheOneThatWasDeployed() {
        ModelFile changed = changed();
        deploy(changed);
        String current = "/api/models/Order/" + version(true).get("version").asInt() + "/file";
        String earlier = "/api/models/Order/" + version(false).get("version").asInt() + "/file";

        assertThat(json(get(current, "analyst")).get("name").asText()).isEqualTo("Order.bpmn");
        assertThat(json(get(current, "analyst")).get("content").asText()).isEqualTo(text(changed));
        assertThat(json(get(earlier, "admin")).get("content").asText()).isEqualTo(text(ours()));
        assertThat(json(get("/api/models/ReturnPolicy/1/file", "analyst"))
                        .get("content")
                        .asText())
                .contains("<decisionTable ");
        assertProblem(get("/api/models/Order/99/file", "analyst"), 404, "MODEL_NOT_FOUND");
    }

    @Test
    void earlierVersionBecomesCurrentAgainOnceHoweverOftenItIsAskedFor() {
        int earlier = version(true).get("version").asInt();
        ModelFile changed = changed();
        deploy(changed);

        JsonNode first = json(post("/api/models/Order/" + earlier + "/current", "analyst", ""));
        JsonNode second = json(post("/api/models/Order/" + earlier + "/current", "analyst", ""));

        assertThat(first.get("version").asInt()).isEqualTo(earlier + 2);
        assertThat(first.get("current").asBoolean()).isTrue();
        assertThat(first.get("deployedBy").asText()).isEqualTo("analyst");
        assertThat(second).isEqualTo(first);
        assertThat(repository.getResourceAsStream(first.get("deployment").asText(), "Order.bpmn"))
                .hasBinaryContent(ours().content());
    }

    @Test
    void whatIsNoVersionIsNotFound() {
        for (String path : List.of(
                "/api/models/Order/999/current",
                "/api/models/Order/0/current",
                "/api/models/Order/-1/current",
                "/api/models/Nothing/1/current")) {
            assertProblem(post(path, "analyst", ""), 404, "MODEL_NOT_FOUND");
        }
        assertProblem(get("/api/models/Order/999/impact", "analyst"), 404, "MODEL_NOT_FOUND");
        assertProblem(get("/api/models/ReturnPolicy/1/impact", "analyst"), 404, "MODEL_NOT_FOUND");
        assertProblem(get("/api/models/Order/one/impact", "analyst"), 400, "VALIDATION_FAILED");
    }

    @Test
    void migrationMovesNobodyUnlessAskedTo() {
        String path = "/api/models/Order/" + version(true).get("version").asInt();

        assertProblem(post(path + "/migration", "analyst", "{}"), 400, "VALIDATION_FAILED");
        HttpResponse<String> dry = post(path + "/migration", "analyst", "{\"dryRun\": true}");

        assertThat(dry.statusCode()).isEqualTo(200);
        assertThat(json(dry).get("batches")).isEmpty();
        assertThat(json(dry).get("impact")).isEqualTo(json(get(path + "/impact", "analyst")));
    }

    @Test
    void migrationRefusesAMappingThatTheEngineCannotFollow() {
        deploy(own("Look"));
        runtime.startProcessInstanceByKey("Own");
        deploy(own("Look again"));

        HttpResponse<String> answer = post(
                "/api/models/Own/2/migration", "analyst", "{\"dryRun\": false, \"mapping\": {\"Task_Look\": \"End\"}}");

        assertProblem(answer, 422, "MAPPING_UNFIT");
        assertThat(json(answer).get("reason").asText()).contains("Task_Look");
    }

    @Test
    void migrationTellsWhoStartedItAndHowFarItIs() {
        deploy(own("Look"));
        runtime.startProcessInstanceByKey("Own");
        deploy(own("Look again"));

        assertProblem(get("/api/models/Own/2/migration", "analyst"), 404, "MIGRATION_NOT_FOUND");
        assertProblem(get("/api/models/Own/3/migration", "analyst"), 404, "MODEL_NOT_FOUND");
        HttpResponse<String> started = post("/api/models/Own/2/migration", "analyst", "{\"dryRun\": false}");
        JsonNode progress = json(get("/api/models/Own/2/migration", "analyst"));
        management.deleteBatch(json(started).at("/batches/0/batch").asText(), true);

        assertThat(started.statusCode()).isEqualTo(202);
        assertThat(json(started).at("/impact/running").asInt()).isOne();
        Instant since = Instant.parse(progress.get("startedAt").asText());
        assertThat(since).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(progress).hasToString("""
                {"key":"Own","version":2,"startedAt":"%s","startedBy":"analyst","toFollow":1,"followed":0,"ended":0,"left":1,"stayed":[]}""".formatted(progress.get("startedAt").asText()));
    }

    // ---- how it is found out

    private static ModelFile own(String label) {
        return new ModelFile("Own.bpmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="own">
                  <bpmn:process id="Own" name="Own" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <bpmn:startEvent id="Start" name="Start" />
                    <bpmn:sequenceFlow id="F1" sourceRef="Start" targetRef="Task_Look" />
                    <bpmn:userTask id="Task_Look" name="%s" camunda:candidateGroups="ops" />
                    <bpmn:sequenceFlow id="F2" sourceRef="Task_Look" targetRef="End" />
                    <bpmn:endEvent id="End" name="End" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(label).getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> play(String query, ModelFile... files) {
        return new Door.Visitor(new WebappSession(port), "/api/models/play" + query, "analyst")
                .deploy(List.of(files), Map.of("deployment-name", "Play"));
    }

    private HttpResponse<String> check(ModelFile... files) {
        return new Door.Visitor(new WebappSession(port), "/api/models/check", "analyst")
                .deploy(List.of(files), Map.of("deployment-name", "Check"));
    }

    private void deploy(ModelFile file) {
        HttpResponse<String> answer =
                Door.REST.open(port, "analyst").deploy(List.of(file), Map.of("deployment-name", "Changed"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** The latest version of the order's process that is current, or that is not. */
    private JsonNode version(boolean current) {
        JsonNode list = json(get("/api/models?size=100", "analyst"));
        return StreamSupport.stream(list.get("content").spliterator(), false)
                .filter(it -> it.get("key").asText().equals("Order"))
                .filter(it -> it.get("current").asBoolean() == current)
                .findFirst()
                .orElseThrow();
    }

    private static ModelFile ours() {
        return Harmless.ours().stream()
                .filter(file -> file.name().equals("Order.bpmn"))
                .findFirst()
                .orElseThrow();
    }

    private static ModelFile changed() {
        return new ModelFile("Order.bpmn", (text(ours()) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ModelFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().orderByDeploymentId().asc().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("code").asText()).isEqualTo(code);
    }
}
