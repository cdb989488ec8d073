package io.orderflow;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.api.Trigger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes every table refuse insertions and changes, in words that hold the whole row, as only the worst trigger would;
 * and on PostgreSQL end the connection the next time.
 */
@TestComponent
public class RefusingTables {

    private static final Map<String, AtomicInteger> OF_H2 = new ConcurrentHashMap<>();

    private final JdbcClient database;
    private final Set<String> all = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();

    RefusingTables(JdbcClient database) {
        this.database = database;
    }

    /** To be called once. Twice each: a job that fails for the second time, with no try left, becomes an incident. */
    public void beginToRefuse() {
        if (TestDatabase.isPostgres()) {
            database.sql("create schema refusing").update();
            // What a sequence has counted stays counted when a transaction is rolled back.
            database.sql("""
                    create function refuse() returns trigger language plpgsql as $$
                    declare times bigint := nextval('refusing.' || tg_argv[0]);
                    begin
                      if times = 1 then
                        raise exception 'refused: %', new using detail = new::text, hint = new::text;
                      elsif times = 2 then
                        perform pg_terminate_backend(pg_backend_pid()), pg_sleep(60);
                      end if;
                      return new;
                    end $$""").update();
        }
        OF_H2.clear();
        database.sql("select table_name from information_schema.tables where lower(table_schema) = 'public' "
                        + "and lower(table_name) not like 'flyway%'")
                .query(String.class)
                .list()
                .forEach(table -> {
                    refuse("insert", table);
                    refuse("update", table);
                });
    }

    private void refuse(String deed, String table) {
        String name = (deed + "_" + table).toLowerCase(Locale.ROOT);
        all.add(name);
        if (TestDatabase.isPostgres()) {
            database.sql("create sequence refusing." + name).update();
        }
        database.sql((TestDatabase.isPostgres()
                                ? "create trigger %s before %s on %s for each row execute function refuse('%1$s')"
                                : "create trigger %s before %s on %s for each row call '" + Refusing.class.getName()
                                        + "'")
                        .formatted(name, deed, table))
                .update();
    }

    /** As often again. */
    public void refuseAgain() {
        refused();
        OF_H2.clear();
        if (TestDatabase.isPostgres()) {
            database.sql(
                            "select setval('refusing.' || sequencename, 1, false) from pg_sequences where schemaname = 'refusing'")
                    .query()
                    .listOfRows();
        }
    }

    /** What nobody has tried yet, as {@code insert_orders}. */
    public Set<String> untried() {
        Set<String> untried = new TreeSet<>(all);
        untried.removeAll(refused());
        return untried;
    }

    private Set<String> refused() {
        refused.addAll(
                TestDatabase.isPostgres()
                        ? database.sql(
                                        "select sequencename from pg_sequences where schemaname = 'refusing' and last_value is not null")
                                .query(String.class)
                                .list()
                        : OF_H2.keySet());
        return refused;
    }

    /** H2's own. */
    public static class Refusing implements Trigger {

        private String name;

        @Override
        public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
            name = trigger.toLowerCase(Locale.ROOT);
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            if (OF_H2.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet() <= 2) {
                throw new SQLException("refused: " + Arrays.toString(after), "P0001");
            }
        }
    }
}
