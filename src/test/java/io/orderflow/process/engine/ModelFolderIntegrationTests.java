package io.orderflow.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.DatabaseTest;
import io.orderflow.process.model.Harmful;
import io.orderflow.process.model.Harmless;
import io.orderflow.process.model.ModelFile;
import io.orderflow.shared.UnfitSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An analyst saves a file while the application runs from their folder. */
@DatabaseTest
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class ModelFolderIntegrationTests {

    @TempDir
    static Path folder;

    @Autowired
    ModelFolder models;

    @Autowired
    RepositoryService repository;

    private long saved = System.currentTimeMillis();

    @DynamicPropertySource
    static void folder(DynamicPropertyRegistry properties) throws IOException {
        Files.createDirectory(folder.resolve("processes"));
        Files.createDirectory(folder.resolve("forms"));
        for (ModelFile file : Harmless.ours()) {
            Files.write(place(file), file.content());
        }
        properties.add("orders.models.folder", folder::toString);
    }

    @BeforeEach
    void saveOurOwn() throws IOException {
        for (ModelFile file : Harmless.ours()) {
            save(file);
        }
        lookTwice();
    }

    @Test
    void savedFileIsInUse() throws IOException {
        int before = current().getVersion();
        ModelFile changed = Harmless.all()
                .filter(change -> change.what().equals("label"))
                .flatMap(change -> change.files().stream())
                .filter(file -> file.name().equals("Order.bpmn"))
                .findFirst()
                .orElseThrow();

        save(changed);
        models.look();
        assertThat(current().getVersion())
                .as("while it may still be being written")
                .isEqualTo(before);
        models.look();

        assertThat(current().getVersion()).isEqualTo(before + 1);
        assertThat(repository.getResourceAsStream(current().getDeploymentId(), "Order.bpmn"))
                .hasBinaryContent(changed.content());
    }

    @Test
    void refusedFileIsToldInTheLogAndTheOldOneStays(CapturedOutput output) throws IOException {
        int before = current().getVersion();
        Harmful harmful = Harmful.all()
                .filter(it -> it.file().equals("Order.bpmn"))
                .findFirst()
                .orElseThrow();

        save(harmful.changed());
        lookTwice();

        assertThat(current().getVersion()).isEqualTo(before);
        assertThat(output).contains("the saved models are not in use: ", harmful.place(), harmful.loss());
    }

    @Test
    void sameContentSavedAgainIsNoNewVersion() throws IOException {
        int before = current().getVersion();

        saveOurOwn();

        assertThat(current().getVersion()).isEqualTo(before);
    }

    @Test
    void whatIsNoModelIsPassedOver() throws IOException {
        int before = current().getVersion();

        Files.writeString(folder.resolve("processes").resolve(".Order.bpmn.swp"), "being written");
        Files.writeString(folder.resolve("processes").resolve("notes.txt"), "to do");
        lookTwice();

        assertThat(current().getVersion()).isEqualTo(before);
    }

    @Test
    void folderWithoutModelsEndsTheStart(@TempDir Path elsewhere) {
        assertThatThrownBy(() -> new ModelFolder(elsewhere, repository))
                .isInstanceOf(UnfitSetting.class)
                .hasMessageContaining("orders.models.folder");
    }

    private void lookTwice() {
        models.look();
        models.look();
    }

    /** Each time a moment later, whatever the file system's clock can tell apart. */
    private void save(ModelFile file) throws IOException {
        Files.write(place(file), file.content());
        saved += 10_000;
        Files.setLastModifiedTime(place(file), FileTime.fromMillis(saved));
    }

    private static Path place(ModelFile file) {
        return folder.resolve(file.name().endsWith(".form") ? "forms" : "processes")
                .resolve(file.name());
    }

    private ProcessDefinition current() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("Order")
                .latestVersion()
                .singleResult();
    }
}
