package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

        assertThat(findings).extracting(Finding::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains(evil.place() + ": "));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    }

    @Test
    void triesManyKinds() {
        assertThat(evil()).hasSizeGreaterThan(100);
    }

    @Test
    void allowsOurOwnModels() throws IOException {
        assertThat(RULES.check(ours())).isEmpty();
    }

    static Stream<Evil> evil() {
        return Evil.all();
    }

    static List<ModelFile> ours() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("processes")); Stream<Path> forms = Files.list(Path.of("forms"))) {
            return Stream.concat(processes, forms).filter(Files::isRegularFile).map(ModelCheckTests::read).toList();
        }
    }

    private static ModelFile read(Path file) {
        try {
            return new ModelFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
