package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What a start says about a database that it cannot use; a real server asks for passwords. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAnalyzerTests {

    private static EmbeddedPostgres server;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class Database {}

    @BeforeAll
    static void startServer(@TempDir Path folder) throws IOException, SQLException {
        Path rules = Files.writeString(folder.resolve("pg_hba.conf"), """
                host all postgres all trust
                host all all all scram-sha-256
                """);
        server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", rules.toString())
                .start();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role orderflow login password 'right-and-long-enough'");
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--spring.datasource.username=orderflow",
                "--spring.datasource.username=orderflow --spring.datasource.password=orderflow",
                "--spring.datasource.username=sa --spring.datasource.password="
            })
    void namesTheSettingsThatAreMissingOrWrong(String given, CapturedOutput output) {
        start(
                output,
                Stream.concat(
                        Stream.of(url(server.getJdbcUrl("ignored", "postgres").replaceAll("\\?.*", ""))),
                        Stream.of(given.split(" ")).filter(argument -> !argument.isEmpty())));

        assertThat(output)
                .contains(
                        "The database does not let the application in",
                        "spring.datasource.username and spring.datasource.password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://127.0.0.1:1/orders", "jdbc:postgresql://no-such-host.invalid/orders"})
    void saysThatNothingAnswersThere(String url, CapturedOutput output) {
        start(output, Stream.of(url(url)));

        assertThat(output).contains("The database that spring.datasource.url names cannot be used");
    }

    @Test
    void saysThatTheServerHasNoSuchDatabase(CapturedOutput output) {
        start(
                output,
                Stream.of(
                        url(server.getJdbcUrl("postgres", "nowhere").replaceAll("\\?.*", "")),
                        "--spring.datasource.username=postgres"));

        assertThat(output)
                .contains("The database that spring.datasource.url names cannot be used", "\"nowhere\" does not exist");
    }

    @Test
    void saysThatAnotherNodeHasTheFiles(@TempDir Path folder, CapturedOutput output) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("orders");
        Process other = new ProcessBuilder(
                        "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.h2.tools.Shell",
                        "-url",
                        url,
                        "-user",
                        "sa")
                .redirectErrorStream(true)
                .start();
        try (var input = other.outputWriter();
                var words = other.inputReader()) {
            input.write("select 1;\n");
            input.flush();
            assertThat(words.lines().anyMatch(line -> line.contains("row, "))).isTrue();

            start(output, Stream.of(url(url)));
        } finally {
            other.destroyForcibly();
        }

        assertThat(output).contains("cannot be used: Database may be already in use");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:foo:bar", "nonsense", "jdbc:mysql://127.0.0.1:1/orders?password=hush"})
    void saysWhichDatabasesItCanUse(String url, CapturedOutput output) {
        start(output, Stream.of(url(url)));

        assertThat(output)
                .contains("spring.datasource.url must begin with jdbc:postgresql: or jdbc:h2:.")
                .doesNotContain("hush");
    }

    private static String url(String url) {
        return "--spring.datasource.url=" + url;
    }

    private static void start(CapturedOutput output, Stream<String> given) {
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Database.class).web(WebApplicationType.NONE);
        application.application().setInitializers(List.of());
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--spring.profiles.active=postgres",
                                "--spring.config.location=classpath:/application.yaml,classpath:/application-postgres.yaml"),
                        given)
                .toArray(String[]::new);

        assertThatThrownBy(() -> application.run(arguments)).isInstanceOf(RuntimeException.class);

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "src/docs/operations.md")
                .doesNotContain("\tat ");
    }
}
