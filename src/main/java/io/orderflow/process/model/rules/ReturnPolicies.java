package io.orderflow.process.model.rules;

import static java.util.Objects.requireNonNull;

import io.orderflow.process.model.DeploymentRule;
import io.orderflow.process.model.LiveModels;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.ModelFinding.Severity;
import io.orderflow.process.model.rules.Limits.Limit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;

/**
 * The rule that the decision table for returns answers every possible return by one of its rows, with what the process
 * and the person after it understand, and that each of its rows applies to some return.
 */
@Component
class ReturnPolicies implements DeploymentRule {

    private static final String RULE = "return-policy";
    private static final String ID = "ReturnPolicy";
    private static final Map<String, List<String>> TEXTS = Map.of(
            "returnWindow", List.of("\"BEFORE_DELIVERY\"", "\"WITHDRAWAL\"", "\"AFTER_WITHDRAWAL\""),
            "returnReason", List.of("\"CHANGE_OF_MIND\"", "\"DEFECTIVE\"", "\"WRONG_ITEM\"", "\"OTHER\""));
    private static final Set<String> NUMBERS = Set.of("returnAmount", "earlierReturns");
    /**
     * The reasons for which a return may be requested after the withdrawal period. Others are refused before the table
     * is asked.
     */
    private static final Set<String> AFTER_WITHDRAWAL = Set.of("\"DEFECTIVE\"", "\"WRONG_ITEM\"");

    private static final List<String> OUTPUTS = List.of("suggestion", "reason", "due");
    private static final Set<String> SUGGESTIONS = Set.of("\"APPROVE\"", "\"CHECK\"", "\"REJECT\"");

    /** The largest number of rows times returns that is tried, which takes some seconds. */
    private static final int MOST = 2_000_000;

    private final Limits limits;

    ReturnPolicies(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Stream<ModelFinding> check(Collection<ModelFile> files, LiveModels live) {
        return files.stream()
                .filter(file -> file.name().endsWith(".dmn"))
                .map(Contents::of)
                .flatMap(file -> file.table().stream()
                        .flatMap(model -> model.getModelElementsByType(Decision.class).stream())
                        .filter(decision -> ID.equals(decision.getId()))
                        .flatMap(decision -> check(file.file(), decision)));
    }

    private Stream<ModelFinding> check(ModelFile file, Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return Stream.of(new ModelFinding(
                    file.name(),
                    decision.getId(),
                    decision.getName(),
                    Severity.REFUSED,
                    RULE,
                    "it is no table any more: every return would fail when it is asked for.",
                    "Make it a table."));
        }
        return new Table(file, decision, table).findings();
    }

    /** A cell of a row, with the values that were tried and whether it accepts each. */
    private record Cell(UnaryTest test, Map<String, Optional<Boolean>> passed) {

        Cell(UnaryTest test) {
            this(test, new HashMap<>());
        }

        Optional<Boolean> passes(String value) {
            return passed.computeIfAbsent(value, test::passes);
        }
    }

    private final class Table {

        private static final Cell ANY = new Cell(new UnaryTest(""));

        private final ModelFile file;
        private final Decision decision;
        private final DecisionTable table;
        private final List<String> inputs;
        private final List<Rule> rules;
        private final Map<Rule, List<Cell>> cells = new HashMap<>();

        private Table(ModelFile file, Decision decision, DecisionTable table) {
            this.file = file;
            this.decision = decision;
            this.table = table;
            this.inputs = table.getInputs().stream()
                    .map(input -> Optional.ofNullable(input.getInputExpression())
                            .map(InputExpression::getText)
                            .map(text -> text.getTextContent().strip())
                            .orElse(""))
                    .toList();
            this.rules = List.copyOf(table.getRules());
            rules.forEach(rule -> cells.put(
                    rule,
                    rule.getInputEntries().stream()
                            .map(entry -> new Cell(
                                    new UnaryTest(entry.getTextContent().strip())))
                            .toList()));
        }

        Stream<ModelFinding> findings() {
            List<ModelFinding> form = Stream.of(unknownInputs(), missingOutputs(), answers(), unknownValues())
                    .flatMap(findings -> findings)
                    .toList();
            return !form.isEmpty() ? form.stream() : isTooLarge() ? Stream.of(tooLarge()) : everyReturn();
        }

        private boolean isTooLarge() {
            double asked = rules.size();
            for (int index = 0; index < inputs.size(); index++) {
                asked *= values(index).size();
            }
            return asked > MOST;
        }

        private ModelFinding tooLarge() {
            return new ModelFinding(
                    file.name(),
                    decision.getId(),
                    decision.getName(),
                    Severity.WARNING,
                    RULE,
                    "it names so many amounts and numbers that not every return could be tried: it may leave some unanswered.",
                    "Keep a last rule for all others.");
        }

        private Stream<ModelFinding> unknownInputs() {
            return inputs.stream()
                    .filter(input -> !TEXTS.containsKey(input) && !NUMBERS.contains(input))
                    .map(input -> refused(
                            "it asks for “" + input
                                    + "”, which no return has: every return would fail when it is asked for.",
                            "Ask for returnWindow, returnReason, returnAmount or earlierReturns."));
        }

        private Stream<ModelFinding> missingOutputs() {
            List<String> names =
                    table.getOutputs().stream().map(Output::getName).toList();
            return OUTPUTS.stream()
                    .filter(output -> !names.contains(output))
                    .map(output -> refused(
                            "it no longer answers “" + output + "”: every return would fail when it is asked for.",
                            "Give it an output of that name."));
        }

        private Stream<ModelFinding> answers() {
            List<String> names =
                    table.getOutputs().stream().map(Output::getName).toList();
            return rules.stream()
                    .flatMap(rule -> Stream.iterate(0, index -> index + 1)
                            .limit(Math.min(
                                    names.size(), rule.getOutputEntries().size()))
                            .flatMap(index -> answer(
                                    rule,
                                    String.valueOf(names.get(index)),
                                    List.copyOf(rule.getOutputEntries())
                                            .get(index)
                                            .getTextContent()
                                            .strip())
                                    .stream()));
        }

        private Optional<ModelFinding> answer(Rule rule, String output, String answer) {
            return switch (output) {
                case "suggestion" ->
                    SUGGESTIONS.contains(answer)
                            ? Optional.empty()
                            : Optional.of(refused(
                                    rule,
                                    "it suggests " + quoted(answer)
                                            + ", which nobody knows: whoever decides about the return"
                                            + " would be told nonsense.",
                                    "Suggest \"APPROVE\", \"CHECK\" or \"REJECT\"."));
                case "due" ->
                    limits.objection(Limit.DUE, answer.replaceAll("^\"|\"$", ""))
                            .map(why -> refused(
                                    rule,
                                    why + ": the task to decide could not be made, or would be overdue or forgotten.",
                                    "Give a duration such as \"P1D\"."));
                case "reason" ->
                    answer.matches("\"\\s*\"|")
                            ? Optional.of(refused(
                                    rule,
                                    "it gives no reason: whoever decides about the return would not know why.",
                                    "Say why."))
                            : Optional.empty();
                default -> Optional.empty();
            };
        }

        private Stream<ModelFinding> unknownValues() {
            return rules.stream()
                    .flatMap(rule -> Stream.iterate(0, index -> index + 1)
                            .limit(inputs.size())
                            .filter(index -> TEXTS.containsKey(inputs.get(index)))
                            .flatMap(index -> test(rule, index).literals().stream()
                                    .filter(value -> !requireNonNull(TEXTS.get(inputs.get(index)))
                                            .contains(value))
                                    .map(value -> refused(
                                            rule,
                                            inputs.get(index) + " is never " + value
                                                    + ": the rule would not count for the returns"
                                                    + " that it is meant for.",
                                            "Choose among " + String.join(", ", TEXTS.get(inputs.get(index))) + "."))));
        }

        // ---- all possible returns

        private Stream<ModelFinding> everyReturn() {
            Set<Rule> counting = new HashSet<>();
            List<ModelFinding> findings = new ArrayList<>();
            for (Map<String, String> one : returns()) {
                List<Rule> hit =
                        rules.stream().filter(rule -> !isMissed(rule, one)).toList();
                List<Rule> surely =
                        hit.stream().filter(rule -> isHit(rule, one)).toList();
                if (surely.isEmpty() && hit.isEmpty()) {
                    findings.add(refused(
                            "no rule answers a return with " + words(one) + ": asking for it would fail.",
                            "Add a last rule for all others."));
                } else if (surely.size() > 1 && isSingle(table.getHitPolicy())) {
                    findings.add(refused(
                            surely.get(1),
                            "it answers a return with " + words(one)
                                    + " as another rule does, and the hit policy allows one only: asking for it would fail.",
                            "Choose the hit policy First."));
                }
                hit.stream().takeWhile(rule -> !surely.contains(rule)).forEach(counting::add);
                (table.getHitPolicy() == HitPolicy.FIRST ? surely.stream().limit(1) : surely.stream())
                        .forEach(counting::add);
            }
            return Stream.concat(
                    findings.stream().limit(1),
                    rules.stream()
                            .filter(rule -> !counting.contains(rule))
                            .map(rule -> refused(
                                    rule,
                                    "it counts for no return, since rules above it answer all that it asks for: what it says"
                                            + " would have no effect.",
                                    "Move it up, or take it away.")));
        }

        private List<Map<String, String>> returns() {
            List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
            for (int index = 0; index < inputs.size(); index++) {
                List<Map<String, String>> more = new ArrayList<>();
                for (String value : values(index)) {
                    for (Map<String, String> one : all) {
                        Map<String, String> with = new HashMap<>(one);
                        with.put(inputs.get(index), value);
                        more.add(with);
                    }
                }
                all = more;
            }
            all.removeIf(one -> "\"AFTER_WITHDRAWAL\"".equals(one.get("returnWindow"))
                    && one.containsKey("returnReason")
                    && !AFTER_WITHDRAWAL.contains(one.get("returnReason")));
            return all;
        }

        /** Returns the values to try for an input. For a number, they are those around the bounds that rows name. */
        private List<String> values(int index) {
            List<String> texts = TEXTS.get(inputs.get(index));
            return texts != null
                    ? texts
                    : Stream.concat(
                                    Stream.of(BigDecimal.ZERO),
                                    rules.stream()
                                            .flatMap(rule -> test(rule, index).literals().stream())
                                            .filter(value -> !value.startsWith("\""))
                                            .map(BigDecimal::new)
                                            .flatMap(value -> Stream.of(
                                                    value.subtract(BigDecimal.ONE), value, value.add(BigDecimal.ONE))))
                            .filter(value -> value.signum() >= 0)
                            .map(BigDecimal::toPlainString)
                            .distinct()
                            .toList();
        }

        private boolean isHit(Rule rule, Map<String, String> one) {
            return passed(rule, one).allMatch(Optional.of(true)::equals);
        }

        private boolean isMissed(Rule rule, Map<String, String> one) {
            return passed(rule, one).anyMatch(Optional.of(false)::equals);
        }

        private Stream<Optional<Boolean>> passed(Rule rule, Map<String, String> one) {
            return Stream.iterate(0, index -> index + 1)
                    .limit(inputs.size())
                    .map(index -> cell(rule, index).passes(requireNonNull(one.get(inputs.get(index)))));
        }

        private UnaryTest test(Rule rule, int index) {
            return cell(rule, index).test();
        }

        /**
         * Returns a cell of a row. A row with fewer cells than the table has inputs accepts any value in the missing
         * ones.
         */
        private Cell cell(Rule rule, int index) {
            List<Cell> row = requireNonNull(cells.get(rule));
            return index < row.size() ? row.get(index) : ANY;
        }

        private static boolean isSingle(HitPolicy policy) {
            return policy == HitPolicy.UNIQUE || policy == HitPolicy.ANY;
        }

        private static String words(Map<String, String> one) {
            return String.join(
                    ", ",
                    one.entrySet().stream()
                            .map(value -> value.getKey() + " " + value.getValue())
                            .sorted()
                            .toList());
        }

        private static String quoted(String answer) {
            return answer.isEmpty() ? "nothing" : answer;
        }

        private ModelFinding refused(String message, String remedy) {
            return new ModelFinding(
                    file.name(), decision.getId(), decision.getName(), Severity.REFUSED, RULE, message, remedy);
        }

        private ModelFinding refused(Rule rule, String message, String remedy) {
            String label = decision.getName() + ", rule " + (rules.indexOf(rule) + 1);
            return new ModelFinding(file.name(), rule.getId(), label, Severity.REFUSED, RULE, message, remedy);
        }
    }
}
