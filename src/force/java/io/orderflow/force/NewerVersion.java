package io.orderflow.force;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The packaged application of tomorrow: another version, another model of the order, and a schema that has grown. */
final class NewerVersion {

    /** A label of its model, which the one of today does not have. */
    static final String LABEL = "Reserve goods of tomorrow";

    private NewerVersion() {}

    static Path of(Path jar, Path folder) throws IOException {
        Path newer = Files.copy(
                jar, Files.createDirectories(folder).resolve("newer.jar"), StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem content = FileSystems.newFileSystem(newer)) {
            Path classes = content.getPath("BOOT-INF", "classes");
            change(classes.resolve("application.yaml"), "version: \"[^\"]+\"", "version: \"1000.0.0\"");
            change(
                    classes.resolve("processes").resolve("Order.bpmn"),
                    "name=\"Reserve stock\"",
                    "name=\"" + LABEL + "\"");
            Files.writeString(classes.resolve("db").resolve("migration").resolve("V1000__tomorrow.sql"), """
                    alter table orders add column of_tomorrow varchar(20);
                    create table of_tomorrow (id bigint primary key);
                    """);
        }
        return newer;
    }

    private static void change(Path file, String what, String into) throws IOException {
        String text = Files.readString(file);
        String changed = text.replaceFirst(what, into);
        if (changed.equals(text)) {
            throw new IllegalStateException(what + " is not in " + file);
        }
        Files.writeString(file, changed);
    }
}
