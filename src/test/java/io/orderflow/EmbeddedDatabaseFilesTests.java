package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class EmbeddedDatabaseFilesTests {

    private static final String SECRET = "1 Sejong-daero, Seoul";

    @TempDir
    Path place;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:file:%s", "jdbc:h2:%s", "jdbc:h2:file:%s;LOCK_TIMEOUT=10000"})
    void filesAreTheirOwnersAlone(String url) throws Exception {
        use(url.formatted(place.resolve("new/orderflow")));

        assertThat(permissions(place.resolve("new"))).isEqualTo("rwx------");
        assertThat(files(place.resolve("new")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @Test
    void narrowsWhatIsThereAlreadyButNotTheDirectory() throws Exception {
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String name : List.of("orderflow.mv.db", "orderflow.trace.db")) {
            Files.setPosixFilePermissions(
                    Files.createFile(place.resolve(name)), PosixFilePermissions.fromString("rw-r--r--"));
        }

        use("jdbc:h2:file:" + place.resolve("orderflow"));

        assertThat(permissions(place)).isEqualTo("rwxr-xr-x");
        assertThat(files(place))
                .hasSize(2)
                .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
    }

    @Test
    void valuesNeverReachTheTrace() throws Exception {
        use("jdbc:h2:file:" + place.resolve("orderflow"));

        assertThat(files(place))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("orderflow.mv.db");
    }

    /** The control: H2 as it comes writes the refused row into its trace. */
    @Test
    void withoutUsTheyWould() throws Exception {
        try (HikariDataSource database = database("jdbc:h2:file:" + place.resolve("orderflow"))) {
            failWithTheSecret(database);
        }

        assertThat(place.resolve("orderflow.trace.db")).content().contains(SECRET);
    }

    private static void use(String url) throws SQLException {
        try (HikariDataSource database = database(url)) {
            new EmbeddedDatabaseFiles().postProcessBeforeInitialization(database, "dataSource");
            failWithTheSecret(database);
        }
    }

    private static HikariDataSource database(String url) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setUsername("sa");
        return database;
    }

    private static void failWithTheSecret(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table address (line varchar(10))");
            assertThatThrownBy(() -> statement.execute("insert into address values ('" + SECRET + "')"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
