package io.orderflow.process.versions;

import io.orderflow.process.versions.ModelImpact.AtElement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the migrations that were started and of what becomes of each process. */
@Repository
class MigrationRecords {

    /** What becomes of a process in a migration. */
    enum Outcome {
        /** Its turn is still to come. */
        LEFT,
        FOLLOWED,
        /** When its turn came, it had ended or was on another version. */
        ENDED,
        /** It stood where it could not follow. */
        STAYED
    }

    private static final String ADD =
            "insert into model_migration_process values (?, ?, ?, ?, ?, ?, left(?, 4000), left(?, 4000))";

    private final JdbcClient database;
    private final JdbcTemplate many;
    private final Clock clock;

    MigrationRecords(JdbcClient database, JdbcTemplate many, Clock clock) {
        this.database = database;
        this.many = many;
        this.clock = clock;
    }

    /** Notes that a user starts a migration, and returns its id. */
    UUID start(DeployedVersion to, String by) {
        UUID migration = UUID.randomUUID();
        database.sql("insert into model_migration values (?, ?, ?, ?, ?)")
                .params(migration, to.key(), to.version(), OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)), by)
                .update();
        return migration;
    }

    /** Notes the processes that a batch is going to migrate. */
    void addLeft(UUID migration, int fromVersion, String batch, Collection<String> processes) {
        many.batchUpdate(
                ADD,
                processes.stream()
                        .map(process -> new Object[] {
                            process, migration, fromVersion, batch, Outcome.LEFT.name(), null, null, null
                        })
                        .toList());
    }

    /** Notes the processes that no batch is going to migrate, each with the element where it stands. */
    void addStaying(UUID migration, Map<String, AtElement> processes) {
        many.batchUpdate(
                ADD,
                processes.entrySet().stream()
                        .map(staying -> {
                            AtElement at = staying.getValue();
                            return new Object[] {
                                staying.getKey(),
                                migration,
                                at.fromVersion(),
                                null,
                                Outcome.STAYED.name(),
                                at.element(),
                                at.label(),
                                at.reason()
                            };
                        })
                        .toList());
    }

    /**
     * Notes what has become of a process of a batch, and returns whether it is one of ours. A repeated call overwrites
     * what was noted before.
     *
     * @param at where the process stands, if it stayed; null otherwise
     */
    boolean note(String batch, String process, Outcome outcome, @Nullable AtElement at) {
        return database.sql("""
                        update model_migration_process
                        set outcome = ?, element = ?, label = left(?, 4000), reason = left(?, 4000)
                        where process_instance = ? and batch = ?""")
                        .param(outcome.name())
                        .param(at == null ? null : at.element())
                        .param(at == null ? null : at.label())
                        .param(at == null ? null : at.reason())
                        .param(process)
                        .param(batch)
                        .update()
                == 1;
    }

    /** Returns the progress of the latest migration to a version; empty if none was started. */
    Optional<MigrationReport> latest(DeployedVersion to) {
        return database.sql("""
                        select m.id, m.started_at, m.started_by, count(p.batch) as to_follow,
                            count(case when p.outcome = 'FOLLOWED' then 1 end) as followed,
                            count(case when p.outcome = 'ENDED' then 1 end) as ended,
                            count(case when p.outcome = 'LEFT' then 1 end) as to_come
                        from model_migration m join model_migration_process p on p.migration = m.id
                        where m.process_key = ? and m.version = ?
                        group by m.id, m.started_at, m.started_by order by m.started_at desc limit 1""")
                .params(to.key(), to.version())
                .query((row, number) -> report(to, row))
                .optional();
    }

    private MigrationReport report(DeployedVersion to, ResultSet row) throws SQLException {
        return new MigrationReport(
                to.key(),
                to.version(),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                row.getLong("to_follow"),
                row.getLong("followed"),
                row.getLong("ended"),
                row.getLong("to_come"),
                stayed(row.getObject("id", UUID.class)));
    }

    private List<AtElement> stayed(UUID migration) {
        return database.sql("""
                        select from_version, element, label, count(*), reason from model_migration_process
                        where migration = ? and outcome = 'STAYED'
                        group by from_version, element, label, reason order by from_version, element""")
                .param(migration)
                .query((row, number) -> new AtElement(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        false,
                        null,
                        row.getString(5)))
                .list();
    }
}
