package io.orderflow.process.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderflow.process.model.Harmless;
import io.orderflow.process.model.ModelFile;
import io.orderflow.process.versions.ModelChange.Change;
import io.orderflow.process.versions.ModelChange.Fact;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two versions of a file say differently, in the words of whoever drew them. */
class DrawnElementsTests {

    @ParameterizedTest
    @ValueSource(strings = {"Order.bpmn", "Return.bpmn", "SettleRefund.bpmn", "ResolveCase.bpmn", "ReturnPolicy.dmn"})
    void sameFileSaysTheSame(String name) {
        assertThat(changes(name, "", "")).isEmpty();
    }

    @Test
    void labelIsChanged() {
        assertThat(changes("Order.bpmn", "name=\"Book shipment\"", "name=\"Book parcel\""))
                .containsExactly(new ModelChange(
                        Change.CHANGED,
                        "service task",
                        "Task_BookShipment",
                        "Book parcel",
                        List.of(new Fact("label", "Book shipment", "Book parcel"))));
    }

    @Test
    void dueDateIsChanged() {
        assertThat(changes("Order.bpmn", "camunda:dueDate=\"P1D\"", "camunda:dueDate=\"P7D\""))
                .containsExactly(new ModelChange(
                        Change.CHANGED,
                        "user task",
                        "Task_ResolveShippingFailure",
                        "Resolve shipping failure",
                        List.of(new Fact("dueDate", "P1D", "P7D"))));
    }

    @Test
    void timerIsChanged() {
        assertThat(changes("Order.bpmn", ">R/P1D</bpmn:timeCycle>", ">R/P2D</bpmn:timeCycle>"))
                .extracting(ModelChange::facts)
                .containsExactly(List.of(new Fact("timerEventDefinition timeCycle", "R/P1D", "R/P2D")));
    }

    @Test
    void messageIsChanged() {
        assertThat(changes("Order.bpmn", ">order-shipped<", ">order-delivered<"))
                .extracting(ModelChange::facts)
                .containsExactly(List.of(
                        new Fact("messageEventDefinition field topic string", "order-shipped", "order-delivered")));
    }

    @Test
    void taskBetweenTwoStepsIsAdded() {
        Harmless person = Harmless.all()
                .filter(it -> it.what().equals("a person between two steps"))
                .findFirst()
                .orElseThrow();
        ModelFile later = person.files().stream()
                .filter(file -> file.name().equals("Order.bpmn"))
                .findFirst()
                .orElseThrow();

        List<ModelChange> changes = elements(ours("Order.bpmn")).changesTo(elements(later));

        assertThat(changes)
                .extracting(ModelChange::change, ModelChange::kind, ModelChange::element, ModelChange::label)
                .containsExactlyInAnyOrder(
                        tuple(Change.ADDED, "user task", "Task_New", "Check address"),
                        tuple(Change.ADDED, "sequence flow", "Flow_New", ""),
                        tuple(Change.CHANGED, "sequence flow", "Flow_UseCoupon_ChargePayment", ""));
        assertThat(elements(later).changesTo(elements(ours("Order.bpmn"))))
                .extracting(ModelChange::change)
                .containsExactlyInAnyOrder(Change.REMOVED, Change.REMOVED, Change.CHANGED);
    }

    @Test
    void elementIsMoved() {
        String order = text(ours("Order.bpmn"));
        String shape = order.substring(order.indexOf("bpmnElement=\"Task_BookShipment\""));
        String bounds = shape.substring(shape.indexOf("<dc:Bounds"), shape.indexOf("/>"));

        assertThat(changes("Order.bpmn", bounds, bounds.replaceFirst("x=\"\\d+\"", "x=\"7\"")))
                .containsExactly(
                        new ModelChange(Change.MOVED, "service task", "Task_BookShipment", "Book shipment", List.of()));
    }

    @Test
    void elementIsChangedAndMoved() {
        String renamed = text(ours("Order.bpmn")).replace("name=\"Book shipment\"", "name=\"Book parcel\"");
        String shape = renamed.substring(renamed.indexOf("bpmnElement=\"Task_BookShipment\""));
        String bounds = shape.substring(shape.indexOf("<dc:Bounds"), shape.indexOf("/>"));
        ModelFile later = file("Order.bpmn", renamed.replace(bounds, bounds.replaceFirst("x=\"\\d+\"", "x=\"7\"")));

        assertThat(elements(ours("Order.bpmn")).changesTo(elements(later)))
                .extracting(ModelChange::change, ModelChange::element)
                .containsExactly(tuple(Change.CHANGED, "Task_BookShipment"), tuple(Change.MOVED, "Task_BookShipment"));
    }

    @Test
    void cellOfATableIsChanged() {
        String table = text(ours("ReturnPolicy.dmn"));
        int rule = table.indexOf("<rule ");
        int from = table.indexOf("<text>", rule) + "<text>".length();
        String cell = table.substring(from, table.indexOf("</text>", from));
        String changed = table.substring(0, from) + "\"OTHER\"" + table.substring(from + cell.length());

        List<ModelChange> changes =
                elements(ours("ReturnPolicy.dmn")).changesTo(elements(file("ReturnPolicy.dmn", changed)));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("rule");
            assertThat(change.facts())
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.to()).isEqualTo("\"OTHER\""));
        });
    }

    /** The rule that counts is the first that fits. */
    @Test
    void ruleStandsInAnotherRow() {
        String table = text(ours("ReturnPolicy.dmn"));
        String first = rule(table, 0);
        String changed = table.replace(first, "").replace(rule(table, 2), rule(table, 2) + first);

        List<ModelChange> changes =
                elements(ours("ReturnPolicy.dmn")).changesTo(elements(file("ReturnPolicy.dmn", changed)));

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.change()).isEqualTo(Change.MOVED);
            assertThat(change.kind()).isEqualTo("rule");
            assertThat(change.facts()).containsExactly(new Fact("row", "1", "3"));
        });
    }

    @Test
    void ofTwoRulesThatChangePlacesTheOneAboveHasMoved() {
        String table = text(ours("ReturnPolicy.dmn"));
        String second = rule(table, 1);
        String changed = table.replace(second, "").replace(rule(table, 0), second + rule(table, 0));

        assertThat(elements(ours("ReturnPolicy.dmn")).changesTo(elements(file("ReturnPolicy.dmn", changed))))
                .extracting(ModelChange::change, ModelChange::facts)
                .containsExactly(tuple(Change.MOVED, List.of(new Fact("row", "2", "1"))));
    }

    @Test
    void ruleIsChangedAndStandsInAnotherRow() {
        String table = text(ours("ReturnPolicy.dmn"));
        String first = rule(table, 0);
        String changed =
                table.replace(first, "").replace(rule(table, 2), rule(table, 2) + first.replace("\"P1D\"", "\"P2D\""));

        List<ModelChange> changes =
                elements(ours("ReturnPolicy.dmn")).changesTo(elements(file("ReturnPolicy.dmn", changed)));

        assertThat(changes)
                .extracting(ModelChange::change, ModelChange::facts)
                .containsExactly(
                        tuple(Change.CHANGED, List.of(new Fact("Decide within", "\"P1D\"", "\"P2D\""))),
                        tuple(Change.MOVED, List.of(new Fact("row", "1", "3"))));
    }

    @Test
    void ruleThatIsNewMovesNoOther() {
        String table = text(ours("ReturnPolicy.dmn"));
        String first = rule(table, 0);
        String another = first.replaceAll("id=\"(\\w+)\"", "id=\"$1_new\"");

        List<ModelChange> changes = elements(ours("ReturnPolicy.dmn"))
                .changesTo(elements(file("ReturnPolicy.dmn", table.replace(first, another + first))));

        assertThat(changes).extracting(ModelChange::change).containsExactly(Change.ADDED);
    }

    @Test
    void hitPolicyIsChanged() {
        assertThat(changes("ReturnPolicy.dmn", "hitPolicy=\"FIRST\"", ""))
                .extracting(ModelChange::kind, ModelChange::facts)
                .containsExactly(tuple("decision", List.of(new Fact("hitPolicy", "FIRST", "UNIQUE"))));
    }

    private static String rule(String table, int row) {
        String[] rules = table.split("(?=<rule )");
        return rules[row + 1].substring(0, rules[row + 1].indexOf("</rule>") + "</rule>".length());
    }

    private static List<ModelChange> changes(String name, String from, String to) {
        String later = text(ours(name));
        int place = later.indexOf(from);
        assertThat(place).isNotNegative();
        return elements(ours(name))
                .changesTo(
                        elements(file(name, later.substring(0, place) + to + later.substring(place + from.length()))));
    }

    private static DrawnElements elements(ModelFile file) {
        ByteArrayInputStream content = new ByteArrayInputStream(file.content());
        return new DrawnElements(
                file.name().endsWith(".dmn") ? Dmn.readModelFromStream(content) : Bpmn.readModelFromStream(content));
    }

    private static ModelFile ours(String name) {
        return Harmless.ours().stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ModelFile file(String name, String text) {
        return new ModelFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ModelFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
