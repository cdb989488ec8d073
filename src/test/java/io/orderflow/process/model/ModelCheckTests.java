package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be deployed, and what may not. */
class ModelCheckTests {

    private static final ModelCheck RULES = Rules.all();

    @ParameterizedTest
    @MethodSource("evil")
    void refusesWhatRunsCodeAndNamesItsElement(Evil evil) {
        List<ModelFinding> findings = RULES.check(List.of(evil.file()));

        assertThat(findings)
                .extracting(ModelFinding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(evil.place() + ": "));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void allowsWhatAnAnalystMayChange(Harmless harmless) {
        assertThat(RULES.check(harmless.files()))
                .filteredOn(ModelFinding::refused)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void refusesWhatWouldHarmTheShopAndSaysWhere(Harmful harmful) {
        assertThat(RULES.check(harmful.files()))
                .filteredOn(ModelFinding::refused)
                .anySatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo(harmful.file());
                    assertThat(finding.label()).isEqualTo(harmful.place());
                    assertThat(finding.sentence()).contains(harmful.loss());
                    assertThat(finding.remedy()).isNotBlank();
                });
    }

    @Test
    void allowsOurOwnModels() {
        assertThat(RULES.check(Harmless.ours())).isEmpty();
    }

    @Test
    void tellsOfEveryElementInWords() {
        Evil evil =
                Evil.all().filter(one -> one.what().equals("class")).findFirst().orElseThrow();

        assertThat(RULES.check(List.of(evil.file())))
                .extracting(ModelFinding::sentence)
                .containsExactly(
                        "Evil.bpmn, Charge payment (Task_Charge): camunda:class is not allowed. Call a step of the application: "
                                + "camunda:delegateExpression=\"${reserveStock}\".");
    }

    @Test
    void findsNoMoreThanSomebodyWouldRead() {
        byte[] many = ("<x>" + "<y/>".repeat(10_000) + "</x>").getBytes();

        assertThat(RULES.check(List.of(new ModelFile("Many.bpmn", many)))).hasSize(50);
    }

    @Test
    void followsWayOfThousandsOfSteps() {
        String flow =
                "<bpmn:sequenceFlow id=\"Flow_UseCoupon_ChargePayment\" sourceRef=\"Task_UseCoupon\" targetRef=\"%s\" />";
        String steps = IntStream.range(0, 3_000)
                .mapToObj(step ->
                        "<bpmn:task id=\"Own_%1$d\" /><bpmn:sequenceFlow id=\"OwnFlow_%1$d\" sourceRef=\"Own_%1$d\" targetRef=\"%2$s\" />"
                                .formatted(step, step < 2_999 ? "Own_" + (step + 1) : "Task_ChargePayment"))
                .collect(Collectors.joining());
        Harmless longWay = new Harmless(
                "a long way", "Order.bpmn", flow.formatted("Task_ChargePayment"), flow.formatted("Own_0") + steps);

        assertThat(RULES.check(longWay.files()))
                .filteredOn(ModelFinding::refused)
                .isEmpty();
    }

    @Test
    void warnsOfReturnPolicyThatIsTooLargeToTry() {
        String rules = IntStream.range(0, 200)
                .mapToObj(rule -> """
                        <rule id="Own_%1$d"><inputEntry id="a%1$d"><text></text></inputEntry><inputEntry id="b%1$d"><text></text></inputEntry>
                        <inputEntry id="c%1$d"><text>&lt; %2$d</text></inputEntry><inputEntry id="d%1$d"><text>&gt; %2$d</text></inputEntry>
                        <outputEntry id="x%1$d"><text>"CHECK"</text></outputEntry><outputEntry id="y%1$d"><text>"Because."</text></outputEntry>
                        <outputEntry id="z%1$d"><text>"P1D"</text></outputEntry></rule>""".formatted(rule, 10 * rule + 10))
                .collect(Collectors.joining());
        Harmless large = new Harmless(
                "a large policy", "ReturnPolicy.dmn", "<rule id=\"Rule_1\">", rules + "<rule id=\"Rule_1\">");

        assertThat(RULES.check(large.files()))
                .extracting(ModelFinding::sentence)
                .singleElement(STRING)
                .contains("not every return could be tried");
    }

    @Test
    void refusesInputOfReturnPolicyThatAsksForNothing() {
        Harmless nothing = new Harmless("no expression", "ReturnPolicy.dmn", "returnAmount</text>", "</text>");

        assertThat(RULES.check(nothing.files()))
                .filteredOn(ModelFinding::refused)
                .isNotEmpty();
    }

    static Stream<Evil> evil() {
        return Evil.all();
    }

    static Stream<Harmful> harmful() {
        return Harmful.all();
    }

    static Stream<Harmless> harmless() {
        return Harmless.all();
    }
}
