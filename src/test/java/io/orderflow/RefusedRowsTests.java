package io.orderflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** What PostgreSQL says of a row that it refuses holds the row; our log and Cockpit get the reason without it. */
@Tag("database")
class RefusedRowsTests {

    private HikariDataSource database;

    @BeforeEach
    void setUp() throws IOException, SQLException {
        assumeTrue(TestDatabase.isPostgres());
        var profile = new YamlPropertySourceLoader().load("profile", new ClassPathResource("application-postgres.yaml"));
        database = new HikariDataSource();
        database.setJdbcUrl(TestDatabase.create());
        database.setUsername(TestDatabase.user());
        new Binder(ConfigurationPropertySources.from(profile))
                .bind("spring.datasource.hikari.data-source-properties", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()).forEach(database::addDataSourceProperty);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table address (recipient text, pieces int check (pieces > 0))");
        }
    }

    @AfterEach
    void tearDown() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void isNotPartOfWhatIsThrown() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into address values (?, ?)")) {
            insert.setString(1, "Hong Gildong");
            insert.setInt(2, 0);

            assertThatThrownBy(insert::executeUpdate)
                    .hasMessageContaining("address_pieces_check").hasMessageNotContaining("Hong Gildong");
        }
    }

    @Test
    void isNotPartOfWhatIsThrownByABatch() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into address values (?, ?)")) {
            for (int pieces = 1; pieces >= 0; pieces--) {
                insert.setString(1, "Hong Gildong");
                insert.setInt(2, pieces);
                insert.addBatch();
            }

            assertThatThrownBy(insert::executeBatch)
                    .hasMessageContaining("address_pieces_check").hasMessageNotContaining("Hong Gildong")
                    .hasRootCauseInstanceOf(PSQLException.class).rootCause().hasMessageNotContaining("Hong Gildong");
        }
    }
}
