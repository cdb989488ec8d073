package io.orderflow.process.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions, scripts and decision tables can reach once they are in the engine, whoever brought them there. */
class ExpressionLockTests {

    private static final Map<String, Object> VARIABLES = Map.of(
            "text",
            "abc",
            "number",
            7,
            "map",
            Variables.untypedValue(Map.of("entry", "inside"), true),
            "list",
            Variables.untypedValue(List.of(Map.of("due", "tomorrow")), true));
    private static BareEngine bare;

    private int songs;

    @BeforeAll
    static void build() {
        bare = new BareEngine();
    }

    @AfterAll
    static void stop() {
        bare.close();
    }

    @BeforeEach
    void listen() {
        songs = Canary.songs();
    }

    @AfterEach
    void nothingSang() {
        assertThat(Canary.songs()).isEqualTo(songs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${text} | abc",
                "${number + 1} | 8",
                "${text == 'abc' ? 'yes' : 'no'} | yes",
                "${not empty text and number > 3} | true",
                "${map.entry} | inside",
                "${map['entry']} | inside",
                "${list[0].due} | tomorrow",
                "order #{execution.processBusinessKey} | order ORD-1",
                "plain | plain"
            })
    void meansVariablesAndTheBusinessKey(String expression, String value) {
        assertThat(bare.evaluate(expression, VARIABLES)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // beans that are no step of ours
                "${canary}",
                "${canary.touch()}",
                "#{canary.touch()}",
                "a ${canary.touch()} b",
                "${foreignStep}",
                "${number > 1 ? canary.touch() : 0}",
                "${runtimeService}",
                "${environment}",
                "${systemProperties}",
                // methods, of whatever it be
                "${''.isEmpty()}",
                "${text.toUpperCase()}",
                "${number.hashCode()}",
                "${map.size()}",
                "${list.get(0)}",
                "${'a'.concat('b')}",
                "${greet.execute(execution)}",
                "${execution.getVariable('text')}",
                "${map['entry'].getClass()}",
                // properties of objects, and what stands behind them
                "${text.class}",
                "${text.bytes}",
                "${number.class.name}",
                "${greet.class}",
                "${list[0].due.class}",
                "${list.class}",
                "${execution.id}",
                "${execution.processEngineServices}",
                "${execution.processBusinessKey.class}",
                // names and functions of the engine's own that nobody here needs
                "${task}",
                "${caseExecution}",
                "${externalTask}",
                "${variableContext}",
                "${authenticatedUserId}",
                "${dateTime()}",
                "${nothing}",
                "${nothing()}",
                "${fn:nothing()}"
            })
    void givesNoMeaningToAnythingElse(String expression) {
        assertThatThrownBy(() -> bare.evaluate(expression, VARIABLES)).isInstanceOf(ProcessEngineException.class);
    }

    /** In a variable, FEEL would find it and call its methods. */
    @ParameterizedTest
    @ValueSource(strings = {"${greet}", "${execution}"})
    void keepsNoObjectInVariable(String expression) {
        assertThatThrownBy(() -> bare.evaluate(expression, VARIABLES)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void runsStepsOfOurs() {
        ProcessInstance process = bare.run("<serviceTask id='step' camunda:delegateExpression='${greet}'/>", Map.of());

        assertThat(bare.engine.getRuntimeService().getVariable(process.getId(), "greeting"))
                .isEqualTo("hello");
    }

    @Test
    void letsNoVariableTakeThePlaceOfStep() {
        ProcessInstance process =
                bare.run("<serviceTask id='step' camunda:delegateExpression='${greet}'/>", Map.of("greet", "mine"));

        assertThat(bare.engine.getRuntimeService().getVariable(process.getId(), "greeting"))
                .isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camunda:delegateExpression='${foreignStep}'",
                "camunda:delegateExpression='${canary}'",
                "camunda:delegateExpression='${text}'",
                "camunda:expression='${canary.touch()}'",
                "camunda:expression='${greet.execute(execution)}'"
            })
    void runsNoStepOfOthers(String attribute) {
        assertThatThrownBy(() -> bare.run("<serviceTask id='step' " + attribute + "/>", VARIABLES))
                .isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"juel", "JUEL", "javascript", "ecmascript", "groovy", "python", "Graal.js", "freemarker", ""})
    void runsNoScript(String language) {
        String script =
                "<scriptTask id='step' scriptFormat='%s'><script>${1 + 1}</script></scriptTask>".formatted(language);

        assertThatThrownBy(() -> bare.run(script, Map.of())).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @CsvSource({"feel, text = \"abc\"", "juel, ${text == 'abc'}", "feel, number + 1 = 8"})
    void decidesByVariables(String language, String condition) {
        assertThat(decide(language, condition)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "juel | ${canary.touch()}",
                "juel | ${text.isEmpty()}",
                "juel | ${greet}",
                "juel | ${text.class}",
                "juel | ${execution}",
                "javascript | true",
                "groovy | true",
                "python | True",
                "feel | (function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}})(1) = 1"
            })
    void decidesByNothingElse(String language, String condition) {
        assertThatThrownBy(() -> decide(language, condition))
                .isInstanceOfAny(ProcessEngineException.class, DmnEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${\"\".isEmpty() ? now() : 1}",
                "${canary.touch()}",
                "#{now()}",
                "${ now() }",
                "${dateTime()}",
                "${1 + 1}",
                "${now() == null ? now() : now()}",
                "a ${now()}",
                "${greet}",
                "#{currentUser()}"
            })
    void evaluatesNoQueryExpressionButThreeWords(String expression) {
        TaskQuery query = bare.engine
                .getTaskService()
                .createTaskQuery()
                .or()
                .dueAfterExpression(expression)
                .endOr();
        Filter plain = stored(bare.engine.getTaskService().createTaskQuery().taskAssigneeExpression(expression));
        Filter nested = stored(query);

        assertThatThrownBy(query::count).isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(query::list).isInstanceOf(ProcessEngineException.class);
        for (Filter filter : List.of(plain, nested)) {
            assertThatThrownBy(() -> bare.engine.getFilterService().count(filter.getId()))
                    .isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(() -> bare.engine.getFilterService().list(filter.getId()))
                    .isInstanceOf(ProcessEngineException.class);
        }
    }

    @Test
    void evaluatesTheThreeWordsOfStoredFilters() {
        Task task = bare.engine.getTaskService().newTask();
        task.setAssignee("kim");
        bare.engine.getTaskService().saveTask(task);
        Filter mine = stored(bare.engine
                .getTaskService()
                .createTaskQuery()
                .taskAssigneeExpression("${currentUser()}")
                .taskCreatedBeforeExpression("${now()}")
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr());

        bare.engine.getIdentityService().setAuthentication("kim", List.of("ops"));
        try {
            assertThat(bare.engine.getFilterService().count(mine.getId())).isEqualTo(1);
        } finally {
            bare.engine.getIdentityService().clearAuthentication();
        }
    }

    private static Filter stored(TaskQuery query) {
        return bare.engine
                .getFilterService()
                .saveFilter(
                        bare.engine.getFilterService().newTaskFilter("probe").setQuery(query));
    }

    private static boolean decide(String language, String condition) {
        bare.deploy("probe.dmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="t"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                  <decision id="probe" name="probe" camunda:historyTimeToLive="P1D"><decisionTable id="t">
                    <input id="i"><inputExpression id="e" typeRef="boolean" expressionLanguage="%s">
                      <text><![CDATA[%s]]></text></inputExpression></input>
                    <output id="o" name="answer" typeRef="string"/>
                    <rule id="r"><inputEntry id="in"><text>true</text></inputEntry>
                      <outputEntry id="out"><text>"yes"</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""".formatted(language, condition));
        return bare.engine
                        .getDecisionService()
                        .evaluateDecisionTableByKey("probe")
                        .variables(Variables.putValue("text", "abc").putValue("number", 7))
                        .evaluate()
                        .getSingleResult()
                != null;
    }
}
