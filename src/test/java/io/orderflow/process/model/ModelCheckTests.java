package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        List<Finding> findings = RULES.check(List.of(evil.file()));

        assertThat(findings)
                .extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(evil.place() + ": "));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void allowsWhatAnAnalystMayChange(Harmless harmless) {
        assertThat(RULES.check(harmless.files())).filteredOn(Finding::isRefused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("harmful")
    void refusesWhatWouldHarmTheShopAndSaysWhere(Harmful harmful) {
        assertThat(RULES.check(harmful.files())).filteredOn(Finding::isRefused).anySatisfy(finding -> {
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
                .extracting(Finding::sentence)
                .containsExactly(
                        "Evil.bpmn, Charge payment (Task_Charge): camunda:class is not allowed. Call a step of the application: "
                                + "camunda:delegateExpression=\"${reserveStock}\".");
    }

    @Test
    void findsNoMoreThanSomebodyWouldRead() {
        byte[] many = ("<x>" + "<y/>".repeat(10_000) + "</x>").getBytes();

        assertThat(RULES.check(List.of(new ModelFile("Many.bpmn", many)))).hasSize(50);
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
