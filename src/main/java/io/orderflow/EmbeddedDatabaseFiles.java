package io.orderflow;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * The protection of the files of an embedded H2 database: only their owner may read them, and H2 writes no trace file,
 * which would hold the values of failed statements. A {@code TRACE_LEVEL_FILE} in the URL wins. Where the file system
 * has no POSIX permissions (Windows), they stay as they are.
 */
@Component
class EmbeddedDatabaseFiles implements BeanPostProcessor {

    private static final String TRACE_LEVEL = "TRACE_LEVEL_FILE";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource database
                && DemoByDefault.isEmbedded(String.valueOf(database.getJdbcUrl()))) {
            fileOf(database.getJdbcUrl()).ifPresent(EmbeddedDatabaseFiles::keepToOwner);
            database.setJdbcUrl(withoutTrace(database.getJdbcUrl()));
        }
        return bean;
    }

    private static String withoutTrace(String url) {
        return url.toUpperCase(Locale.ROOT).contains(TRACE_LEVEL + "=") ? url : url + ";" + TRACE_LEVEL + "=0";
    }

    /**
     * Returns the file of the database. In the URL H2 takes a path with or without {@code file:}, and {@code ~} for the
     * user's home.
     */
    private static Optional<Path> fileOf(String url) {
        String name = url.substring("jdbc:h2:".length()).split(";", 2)[0].replaceFirst("^file:", "");
        if (name.isEmpty() || name.matches("[a-z]{2,}:.*")) {
            return Optional.empty(); // The database is in memory, or in another of H2's stores.
        }
        String path = name.startsWith("~") ? System.getProperty("user.home") + name.substring(1) : name;
        return Optional.of(Path.of(path + ".mv.db").toAbsolutePath().normalize());
    }

    /**
     * Creates the file before H2 does, which treats an empty file as a new database. Files that exist already are
     * closed to others.
     */
    private static void keepToOwner(Path file) {
        try {
            makeDirectory(requireNonNull(file.getParent()));
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
            restrict(file, "rw-------");
            Path trace = file.resolveSibling(file.getFileName().toString().replace(".mv.db", ".trace.db"));
            if (Files.exists(trace)) {
                restrict(trace, "rw-------");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The database file " + file + " cannot be made", e);
        }
    }

    /** A directory that exists may be shared with others, so only a new one is closed. */
    private static void makeDirectory(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            Files.createDirectories(directory);
            restrict(directory, "rwx------");
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
