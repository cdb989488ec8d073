package io.orderflow.process.doors;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.process.OrderMessage;
import io.orderflow.process.ProcessKey;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;

/** What each refusal does to an order is in {@code EngineOperationsIntegrationTests}. */
class ProcessCommandGuardTests {

    @Test
    void knowsEveryWayToTellOrMoveAProcess() {
        Set<String> moving = Stream.of(RuntimeService.class.getMethods())
                .map(Method::getName)
                .filter(
                        name -> name.matches(
                                "(set|remove)Variables?.*|signal|.*[mM]essage.*|create.*Modification|restart.*|(start|create)ProcessInstance(By|At).*|newMigration"))
                .collect(toSet());

        assertThat(moving).isNotEmpty().allMatch(ProcessCommandGuard::isGuarded);
    }

    @Test
    void knowsEveryProcessOfOurs() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            assertThat(models.map(model -> model.getFileName().toString())
                            .filter(name -> name.endsWith(".bpmn"))
                            .map(name -> name.replace(".bpmn", "")))
                    .containsExactlyInAnyOrderElementsOf(ProcessKey.all());
        }
    }

    @Test
    void knowsEveryMessageOfOurs() {
        assertThat(ProcessKey.all().stream()
                        .map(process -> Bpmn.readModelFromFile(new File("processes", process + ".bpmn")))
                        .flatMap(model -> model.getModelElementsByType(Message.class).stream())
                        .map(Message::getName))
                .containsExactlyInAnyOrderElementsOf(OrderMessage.all());
    }
}
