package io.orderflow.process.engine;

import io.orderflow.process.ProcessKey;
import io.orderflow.shared.UnfitSetting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The check at the start that the engine's times on this database are in UTC. They have no zone, so those of another
 * zone would make every due time hours early or late. The check compares an order's time, which has a zone, with the
 * start of its first process, which is at the same moment.
 */
@Component
class TimesInUtc extends AbstractCamundaConfiguration {

    private static final String LATEST = """
            select o.ordered_at, (select min(p.start_time_) from act_hi_procinst p
                where p.business_key_ = o.order_number and p.proc_def_key_ = '%1$s')
            from orders o where exists (select 1 from act_hi_procinst p
                where p.business_key_ = o.order_number and p.proc_def_key_ = '%1$s')
            order by o.ordered_at desc limit 1""".formatted(ProcessKey.ORDER.inDiagram());
    /** The unit by which zones differ. They are at most 14 hours from UTC. */
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Duration FARTHEST = Duration.ofHours(14);
    /**
     * The time that placing an order takes. If a person has started a process again for an older order, the difference
     * can be anything.
     */
    private static final Duration TOGETHER = Duration.ofSeconds(5);

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl built = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JdbcClient.create(built.getDataSource())
                .sql(LATEST)
                .query((row, number) -> apart(row))
                .optional()
                .map(TimesInUtc::zone)
                .filter(zone -> !zone.isZero())
                .ifPresent(zone -> {
                    throw new UnfitSetting(
                            "spring.datasource.url",
                            ("must name a database whose process engine wrote its times in UTC; "
                                            + "in this one they are %s hours ahead of it")
                                    .formatted(zone.toMinutes() / 60.0));
                });
    }

    /** Returns the offset of the zone that explains the difference; zero if none does. */
    private static Duration zone(Duration apart) {
        Duration nearest = QUARTER.multipliedBy(Math.round((double) apart.toSeconds() / QUARTER.toSeconds()));
        boolean ofZone = nearest.abs().compareTo(FARTHEST) <= 0
                && apart.minus(nearest).abs().compareTo(TOGETHER) <= 0;
        return ofZone ? nearest : Duration.ZERO;
    }

    private static Duration apart(ResultSet row) throws SQLException {
        return Duration.between(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
