package io.orderflow.process.watching;

import static java.util.stream.Collectors.joining;

import io.orderflow.process.CaseVariables;
import io.orderflow.process.ProcessKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stray processes: those that a person started, that are second ones, or whose order or return does not exist. The
 * engine's ids rise with time, so that new processes are at the end of its table.
 */
@Repository
class StrayProcesses {

    private static final int PORTION = 1000;
    /** The overlap of two looks. An id exists before its row can be seen, and the clocks of nodes differ. */
    private static final long OVERLAP_MILLIS = 120_000;

    /**
     * The statement that finds processes and says which are stray. Their own processes are started while nobody is
     * logged in to the engine.
     */
    private static final String BEGUN = """
            select p.id_, p.proc_def_key_, p.business_key_, h.start_user_id_, case when h.start_user_id_ is not null or p.proc_def_key_ = '%s'
              or p.proc_def_key_ <> '%s' and exists (select 1 from act_ru_execution e where e.business_key_ = p.business_key_
                and e.proc_def_key_ = p.proc_def_key_ and e.id_ < p.id_)
              or p.proc_def_key_ = '%s' and not exists (select 1 from orders o where o.order_number = p.business_key_)
              or p.proc_def_key_ = '%s' and not exists (select 1 from return_request r where r.order_number = p.business_key_)
              or p.proc_def_key_ = '%s' and not exists (select 1 from act_ru_variable v where v.proc_inst_id_ = p.id_ and v.name_ = '%s')
              then 1 else 0 end as stray
            from (select id_, proc_def_key_, business_key_ from act_ru_execution where id_ > :after and parent_id_ is null
                and super_exec_ is null and proc_def_key_ in (%s)
                order by id_ limit :most) p
            left join act_hi_procinst h on h.id_ = p.id_ order by p.id_""".formatted(
                    ProcessKey.SETTLE_REFUND.inDiagram(),
                    ProcessKey.RESOLVE_CASE.inDiagram(),
                    ProcessKey.ORDER.inDiagram(),
                    ProcessKey.RETURN.inDiagram(),
                    ProcessKey.RESOLVE_CASE.inDiagram(),
                    CaseVariables.CASE_ID,
                    ProcessKey.all().stream().collect(joining("', '", "'", "'")));

    /**
     * A process.
     *
     * @param businessKey null if the process was started without one
     * @param begunBy null if nobody was logged in
     */
    record Stray(
            String instance,
            String process,
            @Nullable String businessKey,
            @Nullable String begunBy) {}

    private record Begun(Stray process, boolean stray) {

        private static Begun of(ResultSet row) throws SQLException {
            return new Begun(
                    new Stray(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    row.getInt(5) == 1);
        }
    }

    private final JdbcClient database;
    private final IdGenerator ids;
    private String seen = "";

    StrayProcesses(JdbcClient database, IdGenerator ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Returns the stray processes among those that were started since the last look; at the first look, among all. */
    synchronized List<Stray> look() {
        List<Stray> found = new ArrayList<>();
        String now = ids.getNextId();
        String after = seen;
        List<Begun> portion;
        do {
            portion = database.sql(BEGUN)
                    .param("after", after)
                    .param("most", PORTION)
                    .query((row, number) -> Begun.of(row))
                    .list();
            portion.stream().filter(Begun::stray).map(Begun::process).forEach(found::add);
            after = portion.isEmpty()
                    ? after
                    : portion.get(portion.size() - 1).process().instance();
        } while (portion.size() == PORTION);
        seen = before(now);
        return found;
    }

    /** Returns a bound below all ids that are given later than the overlap before this id. */
    private static String before(String id) {
        long millis = Long.parseLong(id.substring(0, 8) + id.substring(9, 13), 16) - OVERLAP_MILLIS;
        String hex = String.format(Locale.ROOT, "%012x", Math.max(0, millis));
        return hex.substring(0, 8) + "-" + hex.substring(8);
    }
}
