package io.orderflow.process.engine;

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
 * Does not start on a database in which the engine's times are another zone's: they have no zone, so that every due time in it would
 * come hours early or late. An order and its process begin at the same moment, and the order's time has a zone.
 */
@Component
class TimesInUtc extends AbstractCamundaConfiguration {

    private static final String LATEST = """
            select o.ordered_at, p.start_time_ from orders o
            join act_hi_procinst p on p.business_key_ = o.order_number and p.proc_def_key_ = 'Order'
            order by o.ordered_at desc limit 1""";
    /** Zones differ by whole quarters of an hour; an order and its process only by the time that placing takes. */
    private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        ProcessEngineConfigurationImpl built = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        JdbcClient.create(built.getDataSource()).sql(LATEST).query((row, number) -> apart(row)).optional()
                .map(apart -> Math.round(apart.toSeconds() / (double) QUARTER)).filter(quarters -> quarters != 0)
                .ifPresent(quarters -> {
                    throw new UnfitSetting("spring.datasource.url", ("must name a database whose process engine wrote its times in UTC; "
                            + "in this one they are %s hours ahead of it").formatted(quarters / 4.0));
                });
    }

    private static Duration apart(ResultSet row) throws SQLException {
        return Duration.between(row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
