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

/** The profile "postgres" against a real server that asks for passwords. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedDatabaseLogInTests {

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
        server = EmbeddedPostgres.builder().setServerConfig("hba_file", rules.toString()).start();
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("create role orderflow login password 'right-and-long-enough'");
        }
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--spring.datasource.username=orderflow",
            "--spring.datasource.username=orderflow --spring.datasource.password=orderflow",
            "--spring.datasource.username=sa --spring.datasource.password="})
    void namesTheSettingsThatAreMissingOrWrong(String given, CapturedOutput output) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Database.class).web(WebApplicationType.NONE);
        application.application().setInitializers(List.of());
        String[] arguments = Stream.concat(Stream.of("--spring.profiles.active=postgres",
                "--spring.config.location=classpath:/application.yaml,classpath:/application-postgres.yaml",
                "--spring.datasource.url=" + server.getJdbcUrl("ignored", "postgres").replaceAll("\\?.*", "")),
                Stream.of(given.split(" ")).filter(argument -> !argument.isEmpty())).toArray(String[]::new);

        assertThatThrownBy(() -> application.run(arguments)).isInstanceOf(RuntimeException.class);

        assertThat(output).contains("APPLICATION FAILED TO START", "The database does not let the application in",
                "spring.datasource.username and spring.datasource.password", "README.md").doesNotContain("\tat ");
    }
}
