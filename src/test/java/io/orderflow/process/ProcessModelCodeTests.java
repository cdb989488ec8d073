package io.orderflow.process;

import static io.orderflow.process.Diagram.idWithoutPrefix;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.util.StringUtils.uncapitalize;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** What every diagram in {@code processes/} names exists in the code, and the other way round. */
class ProcessModelCodeTests {

    private static final String PACKAGE = "io.orderflow.process";
    private static final String NOTIFY = "${notifyCustomer}";

    // ---- steps

    @ParameterizedTest
    @MethodSource("diagrams")
    void serviceTaskRunsTheDelegateOfItsName(Diagram diagram) {
        assertThat(diagram.all(SendTask.class)).isEmpty();
        assertThat(diagram.all(ServiceTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${%s}", uncapitalize(idWithoutPrefix(task)));
            assertThat(Stream.of(task.getCamundaClass(), task.getCamundaExpression(), task.getCamundaType())).containsOnlyNulls();
        });
    }

    @Test
    void everyDelegateHasItsStepAndEveryStepItsDelegate() {
        Set<String> named = Diagram.all().flatMap(diagram -> Stream.concat(
                diagram.all(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression),
                notifications(diagram).map(MessageEventDefinition::getCamundaDelegateExpression)))
                .collect(toSet());

        assertThat(delegates()).extracting(delegate -> "${%s}".formatted(uncapitalize(delegate.getSimpleName())))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void everyDelegateIsBeanOfItsOwnName() {
        assertThat(delegates()).allSatisfy(delegate -> assertThat(delegate.getAnnotation(Component.class)).isNotNull()
                .extracting(Component::value).isEqualTo(""));
    }

    // ---- messages to the customer

    @ParameterizedTest
    @MethodSource("diagrams")
    void customerIsToldOnTopicWithTextsInEveryLanguage(Diagram diagram) throws IOException {
        Collection<Object> english = texts("notifications.properties");
        Collection<Object> korean = texts("notifications_ko.properties");

        assertThat(notifications(diagram)).allSatisfy(event -> {
            assertThat(event.getCamundaDelegateExpression()).isEqualTo(NOTIFY);
            String topic = topic(event);
            assertThat(english).contains(subject(topic), body(topic));
            assertThat(korean).contains(subject(topic), body(topic));
        });
    }

    // ---- messages to the process, refusals

    @Test
    void everyMessageIsCorrelatedAndEveryCorrelationIsDrawn() {
        assertThat(Diagram.all().flatMap(diagram -> diagram.all(Message.class).stream()).map(Message::getName).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(OrderMessage.values()).map(OrderMessage::inDiagram).toList());
        assertThat(new ClassFileImporter().importClasses(OrderCorrelation.class).get(OrderCorrelation.class)
                .getFieldAccessesFromSelf()).filteredOn(access -> access.getTargetOwner().isEquivalentTo(OrderMessage.class))
                .extracting(JavaFieldAccess::getTarget).extracting(target -> target.getName())
                .contains(Stream.of(OrderMessage.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void everyErrorIsRefusalAndEveryRefusalIsDrawn() {
        assertThat(Diagram.all().flatMap(diagram -> diagram.all(Error.class).stream()).map(Error::getErrorCode).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Refusal.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyMessageIsAwaitedAndEveryErrorCaught(Diagram diagram) {
        assertThat(Stream.concat(diagram.all(MessageEventDefinition.class).stream().map(MessageEventDefinition::getMessage),
                diagram.all(ReceiveTask.class).stream().map(ReceiveTask::getMessage))).containsAll(diagram.all(Message.class));
        assertThat(diagram.all(ErrorEventDefinition.class)).extracting(ErrorEventDefinition::getError)
                .containsAll(diagram.all(Error.class));
    }

    // ---- tasks for people

    @ParameterizedTest
    @MethodSource("diagrams")
    void userTaskHasGroupAndDueDate(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroups()).as("group of " + task.getId()).isNotBlank();
            assertThat(task.getCamundaDueDate()).as("due date of " + task.getId()).isNotBlank();
            assertThat(task.getCamundaAssignee()).isNull();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void formOfUserTaskIsDeployedWithTheDiagram(Diagram diagram) {
        assertThat(diagram.all(UserTask.class)).filteredOn(task -> task.getCamundaFormRef() != null).allSatisfy(task -> {
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            Path form = Path.of("forms", task.getCamundaFormRef() + ".form");
            assertThat(form).exists();
            assertThat(new JsonMapper().readTree(form.toFile()).path("id").asText()).isEqualTo(task.getCamundaFormRef());
        });
    }

    // ---- how it is found out

    static Stream<Diagram> diagrams() {
        return Diagram.all();
    }

    private static List<? extends Class<?>> delegates() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scan.findCandidateComponents(PACKAGE).stream().map(bean -> type(bean.getBeanClassName())).toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<MessageEventDefinition> notifications(Diagram diagram) {
        return diagram.all(ThrowEvent.class).stream()
                .flatMap(event -> Diagram.definition(event, MessageEventDefinition.class).stream());
    }

    private static String topic(MessageEventDefinition event) {
        return event.getExtensionElements().getElementsQuery().filterByType(CamundaField.class).list().stream()
                .filter(field -> field.getCamundaName().equals("topic")).findFirst().orElseThrow()
                .getCamundaString().getTextContent();
    }

    private static Collection<Object> texts(String file) throws IOException {
        return PropertiesLoaderUtils.loadProperties(new ClassPathResource(file)).keySet();
    }

    private static String subject(String topic) {
        return "notification.%s.subject".formatted(topic);
    }

    private static String body(String topic) {
        return "notification.%s.body".formatted(topic);
    }
}
