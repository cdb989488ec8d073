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
 * Does not start on a database in which the engine's times are another zone's: they have no zone, so that every due
 * time in it would come hours early or late. An order and its first process begin at the same moment, and the order's
 * time has a zone.
 */
@Component
class TimesInUtc extends AbstractCamundaConfiguration {

    private static final String LATEST = """
            select o.ordered_at, (select min(p.start_time_) from act_hi_procinst p
                where p.business_key_ = o.order_number and p.proc_def_key_ = '%1$s')
            from orders o where exists (select 1 from act_hi_procinst p
                where p.business_key_ = o.order_number and p.proc_def_key_ = '%1$s')
            order by o.ordered_at desc limit 1""".formatted(ProcessKey.ORDER.inDiagram());
    /** Zones differ by whole quarters of an hour, and by 14 hours from UTC at most. */
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static final Duration FARTHEST = Duration.ofHours(14);
    /**
     * What placing an order takes. A process that a person has begun again for an older order is apart from it by
     * anything.
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

    /** By how much a zone is ahead whose times are so far apart; zero where that is no zone's. */
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
