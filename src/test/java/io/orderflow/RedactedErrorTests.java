package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.h2.api.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the databases say of statements that fail, as their drivers tell it and as it comes out of our pool. */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class RedactedErrorTests {

    private static final String SECRET = "HongGildong";
    private static final List<String> TABLES = List.of(
            "create table person (name varchar(20) primary key)",
            "create table address (name varchar(20) not null, pieces integer constraint some_pieces check (pieces > 0), "
                    + "constraint one_address unique (name))",
            "create table parcel (name varchar(20) constraint known_person references person)",
            "insert into address values ('" + SECRET + "', 1)");

    private final String url = TestDatabase.create();
    private HikariDataSource pool;
    private Connection drivers;
    private Connection redacting;

    @BeforeEach
    void connect() throws SQLException {
        pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(TestDatabase.user());
        pool.setPassword("");
        pool.setMaximumPoolSize(1);
        new ErrorRedaction().postProcessAfterInitialization(pool, "pool");
        drivers = DriverManager.getConnection(url, TestDatabase.user(), "");
        for (String table : TABLES) {
            execute(drivers, table);
        }
        redacting = pool.getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        drivers.close();
        pool.close();
    }

    private interface Deed {

        void on(Connection connection) throws SQLException;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Deed insert(String into, int pieces) {
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into " + into)) {
                insert.setObject(1, SECRET);
                if (into.contains("pieces")) {
                    insert.setInt(2, pieces);
                }
                insert.executeUpdate();
            }
        };
    }

    private static Deed batch(String into, int pieces) {
        return connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into " + into)) {
                for (int i = 0; i < 3; i++) {
                    insert.setString(1, SECRET + i);
                    insert.setInt(2, pieces);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        };
    }

    /** The same deed twice: the driver's own words, and ours, which must mean the same and hold no value. */
    private Throwable said(Deed deed) {
        SQLException talkative = catchThrowableOfType(SQLException.class, () -> deed.on(drivers));
        SQLException told = catchThrowableOfType(SQLException.class, () -> deed.on(redacting));

        assertThat(told.getSQLState()).isEqualTo(talkative.getSQLState());
        assertThat(told.getErrorCode()).isEqualTo(talkative.getErrorCode());
        assertThat(told.getClass().getPackageName()).isEqualTo("java.sql");
        assertThat((Throwable) talkative).isInstanceOf(told.getClass());
        assertThat(told.getNextException() == null).isEqualTo(talkative.getNextException() == null);
        assertThat(printed(told))
                .contains("SQL state " + told.getSQLState())
                .doesNotContain(SECRET)
                .contains("at " + talkative.getStackTrace()[0].getClassName());
        return told;
    }

    /** With all that belongs to it. */
    private static String printed(Throwable error) {
        StringWriter text = new StringWriter();
        for (SQLException next = (SQLException) error; next != null; next = next.getNextException()) {
            next.printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    @Test
    void nameTheConstraintAndNoRow() {
        assertThat(said(insert("address (name, pieces) values (?, ?)", 2)))
                .hasMessageContaining("violates unique constraint \"")
                .message()
                .containsIgnoringCase("one_address");
        assertThat(said(insert("address (name, pieces) values (? || '2', ?)", 0)))
                .hasMessageContaining("violates check constraint \"")
                .message()
                .containsIgnoringCase("some_pieces");
        assertThat(said(insert("parcel values (?)", 0)))
                .hasMessageContaining("violates foreign key constraint \"")
                .message()
                .containsIgnoringCase("known_person");
        assertThat(said(insert("address values (null, char_length(?))", 0)))
                .hasMessageContaining("violates not-null constraint")
                .message()
                .containsIgnoringCase("\"name\"");
    }

    @Test
    void sayNoValueThatDoesNotFit() {
        assertThat(said(insert("person values (? || ', who has far too long a name')", 0)))
                .hasMessageContaining("value too long");
        assertThat(said(insert("address values ('A', cast(? as integer))", 0))).hasMessageContaining("does not fit");
    }

    @Test
    void sayOfBatchesWhatWasDoneAndWithWhatTheyFailed() {
        Throwable told = said(batch("address (name, pieces) values (?, ?)", 0));

        assertThat(told).isInstanceOf(BatchUpdateException.class).hasMessageContaining("violates check constraint");
        assertThat(((BatchUpdateException) told).getUpdateCounts()).hasSize(3);
        assertThat((Throwable) ((BatchUpdateException) told).getNextException())
                .hasMessageContaining("violates check constraint");
    }

    @Test
    void keepTheWordsOnStatementsThemselves() {
        assertThat(said(connection -> execute(connection, "select nonsense from address")))
                .message()
                .containsIgnoringCase("nonsense");
        assertThat(said(connection -> execute(connection, "select 1 from nowhere")))
                .message()
                .containsIgnoringCase("nowhere");
    }

    @Test
    void sayNothingOfWhatIsReadAsSomethingElse() {
        Deed reading = connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select name from address")) {
                rows.next();
                rows.getLong(1);
            }
        };

        assertThat(said(reading)).hasMessageContaining("does not fit");
    }

    /** Whatever SQL state it chooses. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "57014", "08006", "40001", "42501", "P0001"})
    void sayNothingOfWhatATriggerSays(String state) throws SQLException {
        if (TestDatabase.isPostgres()) {
            execute(
                    drivers,
                    "create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not for \"%\"', "
                            + "new.name using errcode = '" + state + "', detail = new.name, hint = new.name, "
                            + "constraint = new.name, column = new.name, table = new.name; end $$");
            execute(drivers, "create trigger refuse before insert on person for each row execute function refuse()");
        } else {
            Refusing.state = state;
            execute(
                    drivers,
                    "create trigger refuse before insert on person for each row call '" + Refusing.class.getName()
                            + "'");
        }

        assertThat(printed(said(insert("person values (?)", 0)))).doesNotContain("not for");
    }

    /** H2's own. */
    public static class Refusing implements Trigger {

        private static String state;

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            throw new SQLNonTransientException("not for \"" + after[0] + "\"", state);
        }
    }

    @Test
    void sayNoParameterThatTheServerWouldReport() throws SQLException {
        assumeTrue(TestDatabase.isPostgres());
        for (Connection connection : List.of(drivers, redacting)) {
            execute(connection, "set log_parameter_max_length_on_error = -1");
        }

        said(insert("address (name, pieces) values (? || '2', 1 / ?)", 0));
    }

    @Test
    void sayWhenAStatementTookTooLong() throws SQLException {
        assumeTrue(TestDatabase.isPostgres());
        for (Connection connection : List.of(drivers, redacting)) {
            execute(connection, "set statement_timeout = 200");
        }

        assertThat(said(batch("address (name, pieces) select ?, ? from pg_sleep(30)", 1)))
                .hasMessageContaining("canceling statement due to statement timeout")
                .hasMessageContaining("57014");
    }

    /** The pool puts it into the log and takes the connection out of use. */
    @Test
    void sayNothingOfWhatWasUnderWayWhenTheConnectionEnded(CapturedOutput log) throws SQLException {
        assumeTrue(TestDatabase.isPostgres());
        List<String> servers =
                Stream.of(drivers, redacting).map(RedactedErrorTests::server).toList();
        try (Connection administrator = DriverManager.getConnection(url, TestDatabase.user(), "")) {
            for (String server : servers) {
                execute(administrator, "select pg_terminate_backend(" + server + ", 10000)");
            }
        }

        Throwable told = said(batch("address (name, pieces) values (?, ?)", 1));

        assertThat(told).hasMessageContaining("batch failed: ");
        assertThat(redacting.isClosed()).isTrue();
        assertThat(log.getOut()).contains("marked as broken").doesNotContain(SECRET);
    }

    private static String server(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
