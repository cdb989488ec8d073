package io.orderflow.process;

import static io.orderflow.returns.ReturnReason.CHANGE_OF_MIND;
import static io.orderflow.returns.ReturnReason.DEFECTIVE;
import static io.orderflow.returns.ReturnReason.OTHER;
import static io.orderflow.returns.ReturnReason.WRONG_ITEM;
import static io.orderflow.returns.ReturnWindow.AFTER_WITHDRAWAL;
import static io.orderflow.returns.ReturnWindow.BEFORE_DELIVERY;
import static io.orderflow.returns.ReturnWindow.WITHDRAWAL;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnWindow;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision table for returns, row by row, with the values at which its answer changes. */
class ReturnPolicyTests {

    private static final String APPROVE = "APPROVE";
    private static final String CHECK = "CHECK";
    private static final String REJECT = "REJECT";
    private static final DmnModelInstance TABLE =
            Dmn.readModelFromFile(Path.of("processes", "ReturnPolicy.dmn").toFile());

    private record Question(ReturnWindow window, ReturnReason reason, long won, long earlierReturns) {

        /**
         * Whether somebody can be asked this: what has no reason, or one of the customer's own, is refused after
         * withdrawal.
         */
        boolean isPossible() {
            return window != AFTER_WITHDRAWAL || reason == DEFECTIVE || reason == WRONG_ITEM;
        }
    }

    /** @param rule id of the one that answers */
    private record Answer(String rule, String suggestion, String because, String due) {}

    private record Row(Question question, String rule, String suggestion, String due) {

        static Row of(
                ReturnWindow window,
                ReturnReason reason,
                long won,
                long earlier,
                String rule,
                String suggestion,
                String due) {
            return new Row(new Question(window, reason, won, earlier), rule, suggestion, due);
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                Row.of(BEFORE_DELIVERY, DEFECTIVE, 0, 0, "Rule_1", CHECK, "P1D"),
                Row.of(BEFORE_DELIVERY, WRONG_ITEM, 300_000, 99, "Rule_1", CHECK, "P1D"),
                Row.of(WITHDRAWAL, DEFECTIVE, 0, 0, "Rule_2", APPROVE, "P1D"),
                Row.of(WITHDRAWAL, WRONG_ITEM, 299_999, 99, "Rule_2", APPROVE, "P1D"),
                Row.of(AFTER_WITHDRAWAL, DEFECTIVE, 299_999, 3, "Rule_2", APPROVE, "P1D"),
                Row.of(AFTER_WITHDRAWAL, WRONG_ITEM, 299_999, 99, "Rule_2", APPROVE, "P1D"),
                Row.of(WITHDRAWAL, DEFECTIVE, 300_000, 0, "Rule_3", CHECK, "P1D"),
                Row.of(WITHDRAWAL, WRONG_ITEM, 100_000_000, 99, "Rule_3", CHECK, "P1D"),
                Row.of(AFTER_WITHDRAWAL, DEFECTIVE, 300_000, 0, "Rule_3", CHECK, "P1D"),
                Row.of(AFTER_WITHDRAWAL, WRONG_ITEM, 300_000, 99, "Rule_3", CHECK, "P1D"),
                Row.of(BEFORE_DELIVERY, CHANGE_OF_MIND, 0, 0, "Rule_4", APPROVE, "P2D"),
                Row.of(WITHDRAWAL, CHANGE_OF_MIND, 100_000_000, 2, "Rule_4", APPROVE, "P2D"),
                Row.of(BEFORE_DELIVERY, CHANGE_OF_MIND, 300_000, 3, "Rule_5", CHECK, "P2D"),
                Row.of(WITHDRAWAL, CHANGE_OF_MIND, 0, 3, "Rule_5", CHECK, "P2D"),
                Row.of(BEFORE_DELIVERY, OTHER, 0, 0, "Rule_6", CHECK, "P2D"),
                Row.of(WITHDRAWAL, OTHER, 300_000, 3, "Rule_6", CHECK, "P2D"));
    }

    private final List<String> rulesThatAnswered = new ArrayList<>();
    private final DmnEngine engine = engine();

    @ParameterizedTest
    @MethodSource("rows")
    void suggestsWhatTheRowSays(Row row) {
        Answer answer = ask(row.question());

        assertThat(answer.rule()).isEqualTo(row.rule());
        assertThat(answer.suggestion()).isEqualTo(row.suggestion());
        assertThat(answer.due()).isEqualTo(row.due());
    }

    /** A rule that nobody's return can ever meet only misleads whoever reads the table. */
    @Test
    void everyRuleOfTheTableAnswersARowAboveThatCanHappen() {
        assertThat(rows().map(Row::question)).allMatch(Question::isPossible);
        assertThat(rows().map(Row::rule).distinct())
                .containsExactlyElementsOf(rules().stream().map(Rule::getId).toList());
    }

    @Test
    void noRuleIsThereForWhatCannotHappen() {
        Set<String> needed = questions().stream()
                .filter(Question::isPossible)
                .map(this::ask)
                .map(Answer::rule)
                .collect(toSet());

        assertThat(needed)
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::getId).toList());
    }

    @Test
    void everyQuestionHasOneAnswer() {
        assertThat(questions()).allSatisfy(question -> {
            Answer answer = ask(question);
            assertThat(answer.suggestion()).isIn(APPROVE, CHECK, REJECT);
            assertThat(answer.because()).isNotBlank();
            assertThat(Period.parse(answer.due()).getDays()).isPositive();
        });
    }

    @Test
    void everyRuleSaysWhy() {
        assertThat(rules())
                .allSatisfy(rule -> assertThat(rule.getDescription())
                        .as("annotation of " + rule.getId())
                        .isNotNull()
                        .extracting(description -> description.getTextContent().strip())
                        .asString()
                        .isNotEmpty());
    }

    @Test
    void tableKnowsTheWindowsAndTheReasonsThatCustomersCanGive() {
        assertThat(valuesOf("Input_returnWindow")).containsExactlyInAnyOrder(quoted(ReturnWindow.values()));
        assertThat(valuesOf("Input_returnReason")).containsExactlyInAnyOrder(quoted(ReturnReason.values()));
    }

    private static String[] valuesOf(String input) {
        return TABLE.<Input>getModelElementById(input)
                .getInputValues()
                .getText()
                .getTextContent()
                .split(",");
    }

    private static String[] quoted(Enum<?>... values) {
        return Stream.of(values).map("\"%s\""::formatted).toArray(String[]::new);
    }

    // ---- how it is found out

    private DmnEngine engine() {
        DmnEngineConfiguration configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::note);
        return configuration.buildEngine();
    }

    private void note(DmnDecisionTableEvaluationEvent evaluated) {
        rulesThatAnswered.clear();
        evaluated.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(rulesThatAnswered::add);
    }

    private Answer ask(Question question) {
        DmnDecisionTableResult result = engine.evaluateDecisionTable(
                engine.parseDecision("ReturnPolicy", TABLE),
                Variables.createVariables()
                        .putValue("returnWindow", question.window().name())
                        .putValue("returnReason", question.reason().name())
                        .putValue("returnAmount", question.won())
                        .putValue("earlierReturns", question.earlierReturns()));
        assertThat(result).as("answers to " + question).hasSize(1);
        return new Answer(
                rulesThatAnswered.get(0),
                result.getSingleResult().getEntry("suggestion"),
                result.getSingleResult().getEntry("reason"),
                result.getSingleResult().getEntry("due"));
    }

    private static Collection<Rule> rules() {
        return TABLE.getModelElementsByType(Rule.class);
    }

    /** Every window and reason with every number at which some rule begins or ends, one less, one more, and 0. */
    private static List<Question> questions() {
        return Stream.of(ReturnWindow.values())
                .flatMap(window -> Stream.of(ReturnReason.values())
                        .flatMap(reason -> numbers(2).stream()
                                .flatMap(won -> numbers(3).stream()
                                        .map(earlier -> new Question(window, reason, won, earlier)))))
                .toList();
    }

    private static List<Long> numbers(int input) {
        return Stream.concat(
                        Stream.of(0L),
                        rules().stream()
                                .map(rule -> List.copyOf(rule.getInputEntries()).get(input))
                                .flatMap(ReturnPolicyTests::numbers)
                                .flatMap(number -> Stream.of(number - 1, number, number + 1)))
                .distinct()
                .toList();
    }

    private static Stream<Long> numbers(InputEntry entry) {
        return Pattern.compile("\\d+")
                .matcher(entry.getText().getTextContent())
                .results()
                .map(found -> Long.valueOf(found.group()));
    }
}
