package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.web.HttpIntegrationTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Every deployment passes the gate: whoever makes it, and through whichever door. */
@DirtiesContext(
        classMode = DirtiesContext.ClassMode.BEFORE_CLASS) // engine-rest finds its engine by a name that contexts share
@ExtendWith(OutputCaptureExtension.class)
class ModelGateIntegrationTests extends HttpIntegrationTest {

    private static final Map<String, String> NAMED = Map.of("deployment-name", "Gate");

    @Autowired
    RepositoryService repository;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    ModelCheck check;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    private List<String> before;
    private long rowsBefore;

    @BeforeEach
    void look() {
        before = deployments();
        rowsBefore = rows();
    }

    @AfterEach
    void removeWhatWasDeployed() {
        deployments().stream()
                .filter(deployment -> !before.contains(deployment))
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void refusesCodeThroughEveryDoorAndKeepsNothingOfIt(Door door) {
        Door.Visitor analyst = door.open(port, "analyst");

        Evil.all().forEach(evil -> assertRefused(analyst.deploy(List.of(evil.file()), NAMED), evil));

        assertThat(deployments()).isEqualTo(before);
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @Test
    void refusesCodeThatIsDeployedInJavaAndKeepsNothingOfIt() {
        assertThat(Evil.all())
                .allSatisfy(evil -> assertThatThrownBy(() -> deploy(List.of(evil.file())))
                        .isInstanceOf(ParseException.class)
                        .hasMessageContaining(evil.place()));

        assertThat(deployments()).isEqualTo(before);
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    /** Of each file a few: whichever it is, the same gate asks the same rules, which ModelCheckTests asks of all. */
    @ParameterizedTest
    @EnumSource(Door.class)
    void refusesWhatWouldHarmTheShopThroughEveryDoorAndKeepsNothingOfIt(Door door) {
        Door.Visitor analyst = door.open(port, "analyst");

        Map<String, List<Harmful>> byFile = Harmful.all()
                .filter(one -> !one.file().equals("Own.bpmn"))
                .collect(Collectors.groupingBy(Harmful::file));

        byFile.values().stream().flatMap(ofFile -> ofFile.stream().limit(3)).forEach(harmful -> {
            HttpResponse<String> answer = analyst.deploy(List.of(harmful.changed()), NAMED);
            assertThat(answer.statusCode()).as(harmful + ": " + answer.body()).isEqualTo(400);
            assertThat(json(answer).get("message").asText()).contains(harmful.place(), harmful.loss());
        });

        assertThat(deployments()).isEqualTo(before);
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @Test
    void refusesCodeOfAdministrators() {
        Evil evil = Evil.all().findFirst().orElseThrow();

        assertRefused(Door.REST.open(port, "admin").deploy(List.of(evil.file()), NAMED), evil);
    }

    @Test
    void saysWhatModelerShows() {
        Evil evil = Evil.all().findFirst().orElseThrow();

        JsonNode answer = json(Door.REST.open(port, "analyst").deploy(List.of(evil.file()), NAMED));

        assertThat(answer.get("type").asText()).isEqualTo("ParseException");
        assertThat(answer.get("message").asText())
                .startsWith("Nothing was deployed:\n* Evil.bpmn, Charge payment " + "(Task_Charge): ");
        assertThat(answer.at("/details/Evil.bpmn/errors/0/mainElementId").asText())
                .isEqualTo("Task_Charge");
    }

    @Test
    void refusesAllForOneOfThem() {
        Evil evil = Evil.all().findFirst().orElseThrow();
        List<ModelFile> all =
                Stream.concat(Harmless.ours().stream(), Stream.of(evil.file())).toList();

        assertRefused(Door.REST.open(port, "analyst").deploy(all, NAMED), evil);

        assertThat(deployments()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void takesOurOwnModelsThroughEveryDoor(Door door) {
        assertThat(door.open(port, "analyst").deploy(Harmless.ours(), NAMED).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void takesWhatAnAnalystMayChange(Harmless harmless) {
        HttpResponse<String> answer = Door.REST.open(port, "analyst").deploy(harmless.files(), NAMED);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void refusesToDeployAgainWhatWasDeployedBeforeThereWereRules(CapturedOutput output) {
        String deployment = deploy(Harmless.ours()).getId();
        byte[] code = Evil.all().findFirst().orElseThrow().file().content();
        transactions.executeWithoutResult(status -> database.sql(
                        "update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ? and NAME_ = 'Order.bpmn'")
                .params(code, deployment)
                .update());

        assertThat(post("/engine-rest/deployment/" + deployment + "/redeploy", "analyst", "{}")
                        .statusCode())
                .isEqualTo(400);
        new ModelsInUse(repository, check).tell();

        assertThat(output)
                .contains("in use although the rules over models refuse it (deployment " + deployment
                        + "): Order.bpmn, Charge payment (Task_Charge): ");
    }

    @Test
    void knowsNoTenants() {
        Map<String, String> tenant = Map.of("deployment-name", "Gate", "tenant-id", "evil");

        HttpResponse<String> answer = Door.REST.open(port, "admin").deploy(Harmless.ours(), tenant);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("there are no tenants here");
    }

    /** A version that is current and cannot be started would put the shop on hold. */
    @ParameterizedTest
    @ValueSource(strings = {"analyst", "admin"})
    void deploysNothingForLater(String user) {
        Map<String, String> later =
                Map.of("deployment-name", "Gate", "deployment-activation-time", "2099-01-01T00:00:00.000+0000");
        List<String> before = deployments();

        for (Door door : Door.values()) {
            HttpResponse<String> answer = door.open(port, user).deploy(Harmless.ours(), later);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void keepsTheApplicationsOwnSource() {
        Map<String, String> ours = Map.of("deployment-name", "Orderflow", "deployment-source", "orderflow");

        HttpResponse<String> answer = Door.REST.open(port, "analyst").deploy(Harmless.ours(), ours);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("the source of what the application itself deploys");
    }

    @Test
    void givesAuthorsNoRightOverWhatTheyDeploy() {
        String deployment = json(Door.REST.open(port, "analyst").deploy(Harmless.ours(), NAMED))
                .get("id")
                .asText();

        HttpResponse<String> answer = send(request("/engine-rest/deployment/" + deployment + "?cascade=true", "analyst")
                .DELETE());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(deployments()).contains(deployment);
        assertThat(rightsOf("analyst")).isZero();
    }

    // ---- how it is found out

    static Stream<Harmless> harmless() {
        return Harmless.all();
    }

    private static void assertRefused(HttpResponse<String> answer, Evil evil) {
        assertThat(answer.statusCode()).as(evil + ": " + answer.body()).isEqualTo(400);
        assertThat(json(answer).get("message").asText()).contains(evil.place());
    }

    private Deployment deploy(List<ModelFile> files) {
        DeploymentBuilder deployment = repository.createDeployment().name("Gate");
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
        return deployment.deploy();
    }

    private List<String> deployments() {
        return repository.createDeploymentQuery().orderByDeploymentId().asc().list().stream()
                .map(Deployment::getId)
                .toList();
    }

    private long rows() {
        return Stream.of(
                        "ACT_RE_DEPLOYMENT",
                        "ACT_RE_PROCDEF",
                        "ACT_RE_DECISION_DEF",
                        "ACT_RE_DECISION_REQ_DEF",
                        "ACT_RE_CAMFORMDEF",
                        "ACT_GE_BYTEARRAY",
                        "ACT_RU_AUTHORIZATION",
                        "ACT_RU_JOBDEF",
                        "ACT_RU_EVENT_SUBSCR")
                .mapToLong(table -> database.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .sum();
    }

    private long rightsOf(String user) {
        return authorizations
                .createAuthorizationQuery()
                .userIdIn(user)
                .resourceType(Resources.DEPLOYMENT)
                .count();
    }
}
