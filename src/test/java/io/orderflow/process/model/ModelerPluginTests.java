package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.orderflow.process.model.rules.SharedRules;
import io.orderflow.process.model.words.SharedWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The plug-in for Modeler has its words from the application, and says of a diagram what the check of models says. The
 * second half of that is held by its own tests, which read what is written here.
 */
class ModelerPluginTests {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path VOCABULARY = Path.of("src/modeler/vocabulary.json");
    private static final Path WRITTEN = Path.of("target/modeler");

    /** The rules of the plug-in that say all that the check of models says by the rule of that name. */
    private static final Set<String> SAID_IN_FULL = Set.of(
            "known-words",
            "known-values",
            "process-starts",
            "needed-elements",
            "our-names",
            "caught-errors",
            "times",
            "people",
            "customers");

    /** A diagram, and what the check of models says of it. */
    private record Checked(String kind, String what, String file, String text, List<Said> findings) {}

    private record Said(String rule, String element, String severity, String sentence) {}

    @Test
    void wordsOfThePluginAreThoseOfTheApplication() throws IOException {
        Map<String, Object> words = new TreeMap<>(SharedRules.all());
        words.put("words", SharedWords.of(FileCheck.rules()));
        words.put("forms", idsOf("forms", ".form"));
        String vocabulary = JSON.writeValueAsString(words) + "\n";
        Path written = Files.createDirectories(WRITTEN).resolve("vocabulary.json");
        Files.writeString(written, vocabulary);

        assertThat(Files.exists(VOCABULARY) && Files.readString(VOCABULARY).equals(vocabulary))
                .withFailMessage("%s is out of date: copy %s there", VOCABULARY, written)
                .isTrue();
    }

    /** What the rules of the plug-in are compared with is worth comparing: each of them speaks somewhere in it. */
    @Test
    void everyRuleOfThePluginSpeaksOfSomeEdit() throws IOException {
        List<Checked> edits = Stream.of(
                        ours(),
                        Harmless.all().map(edit -> checked("harmless", edit.what(), edit.file(), edit.files())),
                        Harmful.all().map(edit -> checked("harmful", edit.what(), edit.file(), edit.files())),
                        Evil.all()
                                .map(edit ->
                                        checked("evil", edit.what(), edit.file().name(), List.of(edit.file()))))
                .flatMap(edit -> edit)
                .filter(edit -> edit.file().endsWith(".bpmn"))
                .toList();
        Files.write(Files.createDirectories(WRITTEN).resolve("edits.json"), JSON.writeValueAsBytes(edits));

        assertThat(edits)
                .flatExtracting(Checked::findings)
                .extracting(Said::rule)
                .containsAll(SAID_IN_FULL);
        assertThat(edits).extracting(Checked::kind).contains("ours", "harmless", "harmful", "evil");
    }

    private static Stream<Checked> ours() {
        return Harmless.ours().stream()
                .map(file -> checked("ours", "as it is", file.name(), List.copyOf(Harmless.ours())));
    }

    private static Checked checked(String kind, String what, String file, List<ModelFile> files) {
        String text = files.stream()
                .filter(one -> one.name().equals(file))
                .map(one -> new String(one.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        List<Said> findings = Rules.findings(files).stream()
                .filter(finding -> finding.file().equals(ModelFinding.quotable(file)))
                .map(finding -> new Said(
                        finding.rule(),
                        finding.element(),
                        finding.refused() ? "error" : "warn",
                        finding.message() + " " + finding.remedy()))
                .toList();
        return new Checked(kind, what, file, text, findings);
    }

    private static Set<String> idsOf(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(ModelerPluginTests::id)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String id(Path file) {
        try {
            return JSON.readTree(file.toFile()).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
