package io.orderflow.process.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the check of files prints, without the application. */
class FileCheckTests {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void saysThatOurOwnFilesCanBeDeployed() {
        assertThat(tell(Harmless.ours())).isTrue();

        assertThat(printed()).isEqualTo("11 files can be deployed.\n");
    }

    @Test
    void saysWhatIsRefusedAndFails() {
        Harmful harmful = Harmful.all().findFirst().orElseThrow();
        List<ModelFile> files = Stream.concat(
                        Harmless.ours().stream().filter(file -> !file.name().equals(harmful.file())),
                        Stream.of(harmful.changed()))
                .toList();

        assertThat(tell(files)).isFalse();

        assertThat(printed())
                .startsWith("REFUSED " + harmful.file() + ", " + harmful.place() + " (")
                .contains(harmful.loss())
                .endsWith("Nothing can be deployed.\n");
    }

    private boolean tell(List<ModelFile> files) {
        return FileCheck.tell(files, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
