package io.orderflow.process;

import static io.orderflow.process.Diagram.idWithoutPrefix;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.util.StringUtils.uncapitalize;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.orderflow.order.OrderReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;

/** What every diagram in {@code processes/} names exists in the code, and the other way round. */
class ProcessModelCodeTests {

    /**
     * What customers are told by our events; an analyst may deploy another message, the diagrams in the house may not.
     */
    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("Payment confirmed", "order-confirmed"),
            Map.entry("Order delivered", "order-delivered"),
            Map.entry("Order shipped", "order-shipped"),
            Map.entry("Shipping failed", "shipping-failed"),
            Map.entry("Order out of stock", "out-of-stock"),
            Map.entry("Order refunded", "order-refunded"),
            Map.entry("Order failed", "payment-declined"),
            Map.entry("Order cancelled", "order-cancelled"),
            Map.entry("Order expired", "order-expired"),
            Map.entry("Coupon refused", "coupon-refused"),
            Map.entry("Return address told", "return-approved"),
            Map.entry("Return rejected", "return-rejected"),
            Map.entry("Nothing accepted", "return-rejected"),
            Map.entry("Return refunded", "return-refunded"),
            Map.entry("Order returned", "order-returned"));

    private static final String NOTIFY = "${notifyCustomer}";
    private static final JsonMapper JSON = new JsonMapper();
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orderflow.process");

    // ---- steps

    @ParameterizedTest
    @MethodSource("diagrams")
    void serviceTaskRunsTheDelegateOfItsName(Diagram diagram) {
        assertThat(diagram.all(SendTask.class)).isEmpty();
        assertThat(diagram.all(ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo(delegateOf(task));
            assertThat(Stream.of(task.getCamundaClass(), task.getCamundaExpression(), task.getCamundaType()))
                    .containsOnlyNulls();
        });
    }

    @Test
    void everyDelegateHasItsStepAndEveryStepItsDelegate() {
        Set<String> named = Diagram.all()
                .flatMap(diagram -> Stream.concat(
                        diagram.all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
                        notifications(diagram).map(MessageEventDefinition::getCamundaDelegateExpression)))
                .collect(toSet());

        assertThat(Delegates.all())
                .extracting(delegate -> "${%s}".formatted(uncapitalize(delegate.getSimpleName())))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyDelegateIsBeanOfItsOwnName() {
        assertThat(Delegates.all())
                .allSatisfy(delegate -> assertThat(delegate.getAnnotation(Component.class))
                        .isNotNull()
                        .extracting(Component::value)
                        .isEqualTo(""));
    }

    // ---- messages to the customer

    /** That there are texts for their topics is a rule of the application. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void everyMessageToCustomersIsSentByTheOneStepForIt(Diagram diagram) {
        assertThat(notifications(diagram))
                .extracting(MessageEventDefinition::getCamundaDelegateExpression)
                .allMatch(NOTIFY::equals);
    }

    // ---- messages to the process, refusals

    @Test
    void everyMessageIsCorrelatedAndEveryCorrelationIsDrawn() {
        assertThat(Diagram.all()
                        .flatMap(diagram -> diagram.all(Message.class).stream())
                        .map(Message::getName)
                        .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(OrderMessage.values())
                        .map(OrderMessage::inDiagram)
                        .toList());
        assertThat(new ClassFileImporter()
                        .importClasses(OrderCorrelation.class).stream()
                                .flatMap(type -> type.getFieldAccessesFromSelf().stream()))
                .filteredOn(access -> access.getTargetOwner().isEquivalentTo(OrderMessage.class))
                .extracting(JavaFieldAccess::getTarget)
                .extracting(target -> target.getName())
                .contains(Stream.of(OrderMessage.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void everyWaitIsEndedAndEveryEndIsDrawn() {
        assertThat(Diagram.all()
                        .flatMap(diagram -> diagram.all(ReceiveTask.class).stream())
                        .map(ReceiveTask::getId)
                        .collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(AwaitStep.values()).map(AwaitStep::inDiagram).toList());
        assertThat(Diagram.all().flatMap(diagram -> diagram.all(ReceiveTask.class).stream()))
                .extracting(ReceiveTask::getMessage)
                .as("messages of receive tasks: each would cost a subscription")
                .containsOnlyNulls();
        assertThat(CODE.stream()
                        .filter(ProcessModelCodeTests::endsWaits)
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream()))
                .filteredOn(access -> access.getTargetOwner().isEquivalentTo(AwaitStep.class))
                .extracting(JavaFieldAccess::getTarget)
                .extracting(target -> target.getName())
                .contains(Stream.of(AwaitStep.values()).map(Enum::name).toArray(String[]::new));
    }

    private static boolean endsWaits(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ReceiveTasks.class)
                        && call.getName().startsWith("end")
                        && !call.getOriginOwner().isEquivalentTo(ReceiveTasks.class));
    }

    @Test
    void everyErrorIsRefusedByTheCodeOrThrownByTheDiagram() {
        Stream<String> raised =
                Diagram.all().flatMap(diagram -> diagram.nodes().stream().flatMap(diagram::errorsOf));

        assertThat(Diagram.all()
                        .flatMap(diagram -> diagram.all(Error.class).stream())
                        .map(Error::getErrorCode))
                .isSubsetOf(raised.toList());
        assertThat(Delegates.all())
                .flatExtracting(delegate -> Delegates.refusalsOf(delegate.getSimpleName()))
                .containsAll(List.of(Refusal.values()));
    }

    /** "Call off order" reads its code: a reason of the order, but for a cancellation, which brings its own. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void everyErrorIsCaughtAndWhatCallsOrderOffIsReasonOfTheOrder(Diagram diagram) {
        assertThat(diagram.nodes())
                .allSatisfy(node -> assertThat(diagram.errorsOf(node)).allSatisfy(code -> {
                    Optional<CatchEvent> catcher = diagram.catcher(node, code);
                    assertThat(catcher)
                            .as("what catches %s of %s", code, node.getId())
                            .isPresent();
                    if (callsOff(catcher.get()) && !code.equals(Refusal.CANCELLATION_REQUESTED.name())) {
                        assertThat(OrderReason.values()).extracting(Enum::name).contains(code);
                    }
                }));
    }

    private static boolean callsOff(CatchEvent event) {
        return Diagram.definition(event, ErrorEventDefinition.class)
                .map(ErrorEventDefinition::getCamundaErrorCodeVariable)
                .filter(OrderVariables.CALL_OFF_REASON::equals)
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyMessageIsAwaitedAndEveryErrorCaught(Diagram diagram) {
        assertThat(Stream.concat(
                        diagram.all(MessageEventDefinition.class).stream().map(MessageEventDefinition::getMessage),
                        diagram.all(ReceiveTask.class).stream().map(ReceiveTask::getMessage)))
                .containsAll(diagram.all(Message.class));
        assertThat(diagram.all(ErrorEventDefinition.class))
                .extracting(ErrorEventDefinition::getError)
                .containsAll(diagram.all(Error.class));
    }

    // ---- tasks for people

    @ParameterizedTest
    @MethodSource("diagrams")
    void userTaskHasGroupAndDueDate(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroups())
                    .as("group of " + task.getId())
                    .isNotBlank();
            assertThat(task.getCamundaDueDate())
                    .as("due date of " + task.getId())
                    .isNotBlank();
            assertThat(task.getCamundaAssignee()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void formOfUserTaskIsDeployedWithTheDiagram(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).as("form of " + task.getId()).isNotBlank();
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            Path form = Path.of("forms", task.getCamundaFormRef() + ".form");
            assertThat(form).exists();
            assertThat(JSON.readTree(form.toFile()).path("id").asText()).isEqualTo(task.getCamundaFormRef());
        });
    }

    @Test
    void everyFormHasItsTask() throws IOException {
        Set<String> named = Diagram.all()
                .flatMap(diagram -> diagram.all(UserTask.class).stream())
                .map(UserTask::getCamundaFormRef)
                .filter(Objects::nonNull)
                .map("%s.form"::formatted)
                .collect(toSet());

        assertThat(files("forms")).containsExactlyInAnyOrderElementsOf(named);
    }

    // ---- other models

    @ParameterizedTest
    @MethodSource("diagrams")
    void calledProcessIsDeployedWithTheDiagram(Diagram diagram) {
        assertThat(diagram.all(CallActivity.class)).allSatisfy(call -> {
            assertThat(call.getCamundaCalledElementBinding())
                    .as("binding of " + call.getId())
                    .isEqualTo("deployment");
            assertThat(Path.of("processes", call.getCalledElement() + ".bpmn")).exists();
        });
    }

    /** A called process finds its order by the business key, and nothing else that it was not given. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void calledProcessGetsTheBusinessKey(Diagram diagram) {
        assertThat(diagram.all(CallActivity.class)).allSatisfy(call -> {
            Collection<CamundaIn> given = call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list();
            assertThat(given).extracting(CamundaIn::getCamundaBusinessKey).contains("#{execution.processBusinessKey}");
            assertThat(given).extracting(CamundaIn::getCamundaVariables).containsOnlyNulls();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void decisionIsDeployedWithTheDiagram(Diagram diagram) {
        assertThat(diagram.all(BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDecisionRefBinding())
                    .as("binding of " + task.getId())
                    .isEqualTo("deployment");
            Path table = Path.of("processes", task.getCamundaDecisionRef() + ".dmn");
            assertThat(table).exists();
            Decision decision = Dmn.readModelFromFile(table.toFile()).getModelElementById(task.getCamundaDecisionRef());
            assertThat(decision).isNotNull();
        });
    }

    @Test
    void everyModelIsUsed() throws IOException {
        Set<String> called = Diagram.all()
                .flatMap(diagram -> Stream.concat(
                        diagram.all(CallActivity.class).stream().map(call -> call.getCalledElement() + ".bpmn"),
                        diagram.all(BusinessRuleTask.class).stream()
                                .map(task -> task.getCamundaDecisionRef() + ".dmn")))
                .collect(toSet());
        called.add(ProcessKey.ORDER.inDiagram() + ".bpmn");
        called.add(ProcessKey.RETURN.inDiagram() + ".bpmn");
        called.add(ProcessKey.RESOLVE_CASE.inDiagram() + ".bpmn");

        assertThat(files("processes")).containsExactlyInAnyOrderElementsOf(called);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void eventTellsCustomerWhatHappenedThere(Diagram diagram) {
        assertThat(notifications(diagram))
                .allSatisfy(telling -> assertThat(topic(telling))
                        .isEqualTo(TOLD.get(((FlowElement) telling.getParentElement()).getName())));
    }

    // ---- how it is found out

    static Stream<Diagram> diagrams() {
        return Diagram.all();
    }

    private static Stream<MessageEventDefinition> notifications(Diagram diagram) {
        return diagram.all(ThrowEvent.class).stream()
                .flatMap(event -> Diagram.definition(event, MessageEventDefinition.class).stream());
    }

    /** What customers are told, by an event or by a step. */
    static List<String> topics(Diagram diagram) {
        return Stream.<BaseElement>concat(
                        notifications(diagram),
                        diagram.all(ServiceTask.class).stream()
                                .filter(task ->
                                        task.getCamundaDelegateExpression().equals(NOTIFY)))
                .map(ProcessModelCodeTests::topic)
                .toList();
    }

    private static String topic(BaseElement telling) {
        return telling.getExtensionElements().getElementsQuery().filterByType(CamundaField.class).list().stream()
                .filter(field -> field.getCamundaName().equals("topic"))
                .findFirst()
                .orElseThrow()
                .getCamundaString()
                .getTextContent();
    }

    /** Of the step's own name; a step that tells the customer something says what, as in "Notify customer of delay". */
    private static String delegateOf(ServiceTask task) {
        return idWithoutPrefix(task).startsWith("Notify")
                ? NOTIFY
                : "${%s}".formatted(uncapitalize(idWithoutPrefix(task)));
    }

    private static List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
