package io.orderflow.process.playing;

import static io.orderflow.process.playing.StoryEvent.Kind.LATER;
import static io.orderflow.process.playing.StoryEvent.Kind.TASK;
import static io.orderflow.process.playing.StoryEvent.Kind.WAIT_ENDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.process.model.Harmless;
import io.orderflow.process.model.LiveModels;
import io.orderflow.process.model.ModelFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Stories that are played with the files in {@code processes/} and {@code forms/}, and with changed ones. */
class PlayerTests {

    private static final Player PLAYER = new Player();
    /** The variables that an analyst's task would have to answer, and no story knows. */
    private static final Set<String> OWN_VARIABLES = Set.of("${due}", "${owner}", "${patience}", "${dear");

    @AfterAll
    static void close() {
        PLAYER.close();
    }

    static Stream<Story> stories() {
        return Stories.all().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void ourOwnFilesKeepEveryPromise(Story story) {
        StoryReport report = play(Harmless.ours(), story);

        assertThat(report.trouble()).as(report.toString()).isNull();
        assertThat(report.kept()).isTrue();
    }

    @Test
    void everyStepOfTheApplicationIsSimulatedAndNoOther() {
        GenericApplicationContext beans = new GenericApplicationContext();
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(beans, false);
        scanner.setBeanNameGenerator(AnnotationBeanNameGenerator.INSTANCE);
        scanner.setIncludeAnnotationConfig(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        scanner.scan("io.orderflow.process");

        assertThat(beans.getBeanDefinitionNames())
                .filteredOn(name -> !name.contains(".")) // Those of tests are nested in other classes.
                .containsExactlyInAnyOrderElementsOf(SimulatedSteps.names());
    }

    @Test
    void aReportTellsTheWayTheMessagesAndTheTasksWithTheirForms() {
        StoryReport report = play(Harmless.ours(), named("lost-and-resent"));

        assertThat(report.path())
                .extracting(StoryReport.Passed::label)
                .containsSubsequence(
                        "Order placed", "Reserve stock", "Charge payment", "Shipping failed", "Order delivered");
        assertThat(report.messages())
                .extracting(StoryReport.Message::topic)
                .containsExactly(
                        "order-confirmed", "order-shipped", "shipping-failed", "order-shipped", "order-delivered");
        assertThat(report.tasks())
                .containsExactly(new StoryReport.PersonsTask(
                        "Task_ResolveShippingFailure",
                        "Resolve shipping failure",
                        "ResolveShippingFailure",
                        Map.of("resolution", "SHIP_AGAIN"),
                        "PT24H"));
    }

    @Test
    void aReminderComesEachDayThatGoesBy() {
        List<StoryEvent> events =
                new ArrayList<>(named("lost-and-resent").events().subList(0, 4));
        events.add(new StoryEvent(LATER, "P3D", Map.of()));

        StoryReport report = play(Harmless.ours(), new Story("drawn", events, null));

        assertThat(report.path())
                .filteredOn(passed -> passed.element().equals("Task_EscalateFailure"))
                .extracting(StoryReport.Passed::after)
                .containsExactly("PT24H", "PT48H", "PT72H");
        assertThat(report.trouble()).isNotNull();
        assertThat(report.trouble().element()).isEqualTo("Task_ResolveShippingFailure");
    }

    @Test
    void aDrawnStorySaysWhereItGetsStuck() {
        Story story = new Story(
                "drawn", List.of(new StoryEvent(TASK, "Task_SettleRefund", Map.of("settlement", "RETRY"))), null);

        StoryReport report = play(Harmless.ours(), story);

        assertThat(report.kept()).isFalse();
        assertThat(report.trouble())
                .isEqualTo(new StoryReport.Trouble(
                        "Order",
                        "Task_AwaitPayment",
                        "Await payment",
                        "the story goes on at Task_SettleRefund, and the order is not there."));
    }

    @Test
    void whatAnAnalystDrewInBetweenIsPassed() {
        List<Story> stories = Stream.of("lost-and-resent", "half-returned", "cancelled-in-preparation")
                .map(PlayerTests::named)
                .toList();
        List<String> broken = Harmless.all()
                .filter(edit -> OWN_VARIABLES.stream().noneMatch(edit.to()::contains))
                .flatMap(edit -> PLAYER.play(edit.files(), LiveModels.NONE, stories).stream()
                        .filter(report -> !report.kept())
                        .map(report -> edit.what() + ": " + report.story() + " " + report.trouble()))
                .toList();

        assertThat(broken).isEmpty();
    }

    @Test
    void aDeclinedOrderThatIsShippedBreaksItsStory() {
        List<ModelFile> files = edited(
                "Order.bpmn",
                "name=\"declined\" sourceRef=\"Gateway_Charged\" targetRef=\"Task_FailOrder\"",
                "name=\"declined\" sourceRef=\"Gateway_Charged\" targetRef=\"Task_ConfirmReservation\"");

        StoryReport declined = play(files, named("declined"));

        assertThat(declined.trouble()).isNotNull();
        assertThat(declined.trouble().label()).isEqualTo("Await hand-over");
        assertThat(declined.balance()).isEqualTo(new Balance(0, 0, false));
    }

    @Test
    void theModelsInUsePlayWhereTheFilesHaveNothingNewer() {
        LiveModels live = () -> List.of(new LiveModels.Live("1", List.of(), Harmless.ours()));
        List<ModelFile> sent = edited("Return.bpmn", "name=\"Approve return\"", "name=\"Allow return\"").stream()
                .filter(file -> !file.name().equals("Order.bpmn"))
                .toList();

        StoryReport report =
                PLAYER.play(sent, live, List.of(named("half-returned"))).get(0);

        assertThat(report.trouble()).as(report.toString()).isNull();
        assertThat(report.tasks()).extracting(StoryReport.PersonsTask::label).contains("Allow return");
    }

    @Test
    void nobodyElseSeesTheEngineAndNothingStaysInIt() {
        Set<String> before = Set.copyOf(ProcessEngines.getProcessEngines().keySet());
        try (PlayingEngine engine = new PlayingEngine()) {
            assertThat(ProcessEngines.getProcessEngines().keySet()).isEqualTo(before);
            assertThat(engine.engine().getProcessEngineConfiguration().isJobExecutorActivate())
                    .isFalse();
        }
        Story waiting = new Story(
                "drawn", List.of(new StoryEvent(WAIT_ENDS, "Task_AwaitPayment", Map.of("payment", "SUBMITTED"))), null);

        List<StoryReport> twice = PLAYER.play(Harmless.ours(), LiveModels.NONE, List.of(waiting, waiting));

        assertThat(twice.get(1).path()).isEqualTo(twice.get(0).path());
    }

    private static Story named(String name) {
        return Stories.named(name).orElseThrow();
    }

    private static StoryReport play(List<ModelFile> files, Story story) {
        return PLAYER.play(files, LiveModels.NONE, List.of(story)).get(0);
    }

    private static List<ModelFile> edited(String name, String from, String to) {
        return Harmless.ours().stream()
                .map(file -> {
                    String text = new String(file.content(), StandardCharsets.UTF_8);
                    if (!file.name().equals(name)) {
                        return file;
                    }
                    assertThat(text).contains(from);
                    return new ModelFile(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
                })
                .collect(Collectors.toList());
    }
}
