package io.orderflow.process.playing;

import io.orderflow.process.expressions.ExpressionLock;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * An engine in memory. Nothing runs in it by itself, it sends nothing, and its clock is the common one, which nobody
 * moves: whoever plays executes what is due.
 */
class PlayingEngine implements AutoCloseable {

    private final ProcessEngine engine;
    private Notes notes = new Notes();

    PlayingEngine() {
        StandaloneInMemProcessEngineConfiguration settings = new StandaloneInMemProcessEngineConfiguration();
        String name = "playing-" + UUID.randomUUID();
        settings.setProcessEngineName(name);
        settings.setJdbcUrl("jdbc:h2:mem:" + name);
        settings.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_CREATE_DROP);
        settings.setJobExecutorActivate(false);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setAuthorizationEnabled(false);
        settings.setEnforceHistoryTimeToLive(false);
        settings.setDefaultNumberOfRetries(1);
        settings.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
        settings.setHistoryEventHandler(new Path());
        ExpressionLock.lock(settings, new SimulatedSteps(() -> notes));
        engine = settings.buildProcessEngine();
        ProcessEngines.unregister(engine); // Otherwise it would be offered in the webapps and over HTTP.
    }

    ProcessEngine engine() {
        return engine;
    }

    /** Begins the notes of another story. */
    Notes begin() {
        notes = new Notes();
        return notes;
    }

    @Override
    public void close() {
        engine.close();
    }

    /** The engine's history goes into the notes of the story and is stored nowhere. */
    private class Path implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity passed
                    && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
                String label = passed.getActivityName();
                notes.pass(
                        passed.getProcessDefinitionKey(),
                        passed.getActivityId(),
                        label == null ? "" : label,
                        passed.getActivityType().endsWith("EndEvent"));
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}
