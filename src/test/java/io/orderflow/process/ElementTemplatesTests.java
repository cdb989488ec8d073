package io.orderflow.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;
import static org.springframework.util.StringUtils.capitalize;
import static org.springframework.util.StringUtils.uncapitalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * What Modeler offers to analysts as ready-made steps, held against the delegates, the diagrams and the customer's
 * texts.
 */
class ElementTemplatesTests {

    private static final Path FOLDER = Path.of("processes", ".camunda", "element-templates");
    private static final String NOTIFY = "NotifyCustomer";
    /** Held for each step in a test of its own, since an undo that stands alone is a step like any other. */
    private static final Set<String> OFTEN_DIFFERENT = Set.of("camunda:asyncBefore", "isForCompensation");

    private static final JsonMapper JSON = new JsonMapper();

    /** A property of a template: bound to an attribute of the step, or to a field of its delegate. */
    private record Property(String type, String kind, String name, Optional<String> value, List<String> choices) {

        boolean isPreset() {
            return type.equals("Hidden");
        }
    }

    private record Template(String file, JsonNode json) {

        String delegate() {
            return file.replace(".json", "");
        }

        String text(String name) {
            return json.path(name).asText();
        }

        List<Property> properties() {
            return elements(json.path("properties"))
                    .map(property -> new Property(
                            property.path("type").asText(),
                            property.at("/binding/type").asText(),
                            property.at("/binding/name").asText(),
                            Optional.ofNullable(property.get("value")).map(JsonNode::asText),
                            elements(property.path("choices"))
                                    .map(choice -> choice.path("value").asText())
                                    .toList()))
                    .toList();
        }

        String kind() {
            return json.at("/elementType/value").asText();
        }

        /** The attributes that the analyst must say. */
        List<String> required() {
            return elements(json.path("properties"))
                    .filter(property -> property.at("/constraints/notEmpty").asBoolean())
                    .filter(property -> property.at("/binding/type").asText().equals("property"))
                    .map(property -> property.at("/binding/name").asText())
                    .toList();
        }

        /** What the analyst's words must look like, by attribute. */
        Map<String, String> patterns() {
            return elements(json.path("properties"))
                    .filter(property -> property.at("/constraints/pattern").isObject())
                    .filter(property -> property.at("/binding/type").asText().equals("property"))
                    .collect(Collectors.toMap(
                            property -> property.at("/binding/name").asText(),
                            property ->
                                    property.at("/constraints/pattern/value").asText()));
        }

        /** The step's attributes that the analyst cannot change, by name. */
        Map<String, String> presets() {
            return properties().stream()
                    .filter(Property::isPreset)
                    .collect(Collectors.toMap(
                            Property::name, property -> property.value().orElseThrow()));
        }

        @Override
        public String toString() {
            return file;
        }
    }

    // ---- templates and delegates

    @Test
    void everyDelegateHasItsTemplateAndEveryTemplateOfServiceTaskItsDelegate() {
        assertThat(delegateTemplates())
                .extracting(Template::delegate)
                .containsExactlyInAnyOrderElementsOf(
                        Delegates.all().stream().map(Class::getSimpleName).toList());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void templateIsNamedAsItsFile(Template template) {
        assertThat(template.text("id")).isEqualTo("io.orderflow." + template.delegate());
        assertThat(Diagram.camelCase(template.text("name"))).isEqualTo(template.delegate());
        assertThat(template.text("description")).isNotBlank();
        assertThat(template.text("$schema")).contains("/@camunda/element-templates-json-schema/");
    }

    @ParameterizedTest
    @MethodSource("delegateTemplates")
    void templateMakesStepOfItsDelegate(Template template) {
        assertThat(elements(template.json().path("appliesTo")).map(JsonNode::asText))
                .containsExactly("bpmn:Task", "bpmn:ServiceTask");
        assertThat(template.json().at("/elementType/value").asText()).isEqualTo("bpmn:ServiceTask");
        assertThat(template.presets()).containsEntry("camunda:delegateExpression", expression(template));
    }

    /** Its label is the name that the delegate goes by; only what customers are told is the analyst's to name. */
    @ParameterizedTest
    @MethodSource("delegateTemplates")
    void analystFillsInNothingButWhatCustomersAreTold(Template template) {
        List<Property> open = template.properties().stream()
                .filter(property -> !property.isPreset())
                .toList();

        if (template.delegate().equals(NOTIFY)) {
            assertThat(open)
                    .extracting(Property::kind, Property::name)
                    .containsExactly(tuple("property", "name"), tuple("camunda:field", "topic"));
        } else {
            assertThat(open).isEmpty();
            assertThat(template.presets()).containsEntry("name", template.text("name"));
        }
    }

    // ---- templates and people

    @ParameterizedTest
    @MethodSource("personTemplates")
    void analystSaysWhoHasToDoItByWhenAndHowUrgentlyAndNothingElse(Template template) {
        List<String> open = template.properties().stream()
                .filter(property -> !property.isPreset())
                .map(Property::name)
                .toList();

        assertThat(open).containsExactly("camunda:candidateGroups", "camunda:dueDate", "camunda:priority");
        assertThat(template.presets())
                .isEqualTo(Map.of(
                        "name", template.text("name"),
                        "camunda:formRef", template.delegate(),
                        "camunda:formRefBinding", "deployment"));
    }

    // ---- templates and diagrams

    static Stream<Named<Activity>> activities() {
        return Diagram.all()
                .flatMap(diagram -> diagram.all(Activity.class).stream())
                .filter(activity -> !(activity instanceof SubProcess))
                .map(activity -> Named.of(activity.getId(), activity));
    }

    @ParameterizedTest
    @MethodSource("activities")
    void activityIsBoundToTemplateOfItsKindThatFitsIt(Activity activity) {
        String bound = attribute(activity, "camunda:modelerTemplate");
        Template template = templates()
                .filter(candidate -> candidate.text("id").equals(bound))
                .findFirst()
                .orElseThrow(() -> new AssertionError(activity.getId() + " has no template: " + bound));

        assertThat(template.kind())
                .isEqualTo("bpmn:" + capitalize(activity.getElementType().getTypeName()));
        assertThat(template.presets()).allSatisfy((name, value) -> {
            if (!OFTEN_DIFFERENT.contains(name)) {
                assertThat(attribute(activity, name)).as(name).isEqualTo(value);
            }
        });
        assertThat(template.required())
                .allSatisfy(
                        name -> assertThat(attribute(activity, name)).as(name).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("activities")
    void whatTheAnalystMaySayIsSaidAsTheTemplateWantsIt(Activity activity) {
        templates()
                .filter(template -> template.text("id").equals(attribute(activity, "camunda:modelerTemplate")))
                .flatMap(template -> template.patterns().entrySet().stream())
                .forEach(pattern -> assertThat(attribute(activity, pattern.getKey()))
                        .as(pattern.getKey())
                        .matches(pattern.getValue()));
    }

    @ParameterizedTest
    @MethodSource("delegateTemplates")
    void stepsInTheDiagramsAreAsTheTemplatePresetsThem(Template template) {
        assertThat(steps(template)).allSatisfy(step -> {
            // Where no process is left to undo what it did, an undo is a step like any other, with a save point of its
            // own.
            boolean plainUndo = isPreset(template, "isForCompensation")
                    && ProcessKey.RESOLVE_CASE.inDiagram().equals(processOf(step));
            assertThat(step.isCamundaAsyncBefore())
                    .as("save point of " + step.getId())
                    .isEqualTo(plainUndo || isPreset(template, "camunda:asyncBefore"));
            assertThat(step.isForCompensation())
                    .as("whether %s is an undo", step.getId())
                    .isEqualTo(!plainUndo && isPreset(template, "isForCompensation"));
            if (!template.delegate().equals(NOTIFY)) {
                assertThat(step.getName()).isEqualTo(template.text("name"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("delegateTemplates")
    void nothingElseIsPreset(Template template) {
        assertThat(template.presets().keySet())
                .isSubsetOf("name", "camunda:delegateExpression", "camunda:asyncBefore", "isForCompensation");
    }

    /** Modeler cannot put a retry cycle into a step from a template: the analyst is told to, and finds where to. */
    @ParameterizedTest
    @MethodSource("delegateTemplates")
    void retryCycleOfTheStepIsAskedForByTheTemplate(Template template) {
        boolean retried = steps(template)
                .anyMatch(step -> step.getExtensionElements() != null
                        && !step.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .list()
                                .isEmpty());

        assertThat(template.text("description").contains("retry time cycle to "))
                .isEqualTo(retried);
        assertThat(template.json().path("entriesVisible").asBoolean()).isEqualTo(retried);
    }

    // ---- templates and texts

    @Test
    void topicsToChooseFromAreThoseWithTextsAndHoldAllThatIsTold() throws IOException {
        Set<String> texts =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("notifications.properties"))
                        .keySet()
                        .stream()
                        .map(key -> key.toString().split("\\.")[1])
                        .collect(toSet());
        Template notify = templates()
                .filter(template -> template.delegate().equals(NOTIFY))
                .findFirst()
                .orElseThrow();

        List<String> choices = notify.properties().stream()
                .filter(property -> property.name().equals("topic"))
                .flatMap(property -> property.choices().stream())
                .toList();

        assertThat(choices).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(choices)
                .containsAll(Diagram.all()
                        .flatMap(diagram -> ProcessModelCodeTests.topics(diagram).stream())
                        .toList());
    }

    // ---- how it is found out

    static Stream<Template> templates() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(ElementTemplatesTests::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Template> delegateTemplates() {
        return templates().filter(template -> template.kind().equals("bpmn:ServiceTask"));
    }

    static Stream<Template> personTemplates() {
        return templates().filter(template -> template.kind().equals("bpmn:UserTask"));
    }

    private static String attribute(Activity activity, String name) {
        return name.startsWith("camunda:")
                ? activity.getAttributeValueNs(CAMUNDA_NS, name.substring("camunda:".length()))
                : activity.getAttributeValue(name);
    }

    private static Template read(Path file) {
        try {
            return new Template(file.getFileName().toString(), JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ServiceTask> steps(Template template) {
        return Diagram.all()
                .flatMap(diagram -> diagram.all(ServiceTask.class).stream())
                .filter(step -> expression(template).equals(step.getCamundaDelegateExpression()));
    }

    private static String processOf(ServiceTask step) {
        return step.getParentElement() instanceof Process process ? process.getId() : null;
    }

    private static String expression(Template template) {
        return "${%s}".formatted(uncapitalize(template.delegate()));
    }

    private static boolean isPreset(Template template, String attribute) {
        return Boolean.parseBoolean(template.presets().get(attribute));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
