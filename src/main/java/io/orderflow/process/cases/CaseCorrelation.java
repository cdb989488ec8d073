package io.orderflow.process.cases;

import io.orderflow.cases.CaseOpened;
import io.orderflow.process.CaseVariables;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.answers.LoggedIn;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The correlation of an opened case with its process, which starts in the same transaction. If the process runs
 * already, nothing happens. While there is no active definition, the case has no process; its event is published again
 * within a minute.
 */
@Component
class CaseCorrelation {

    private static final String PROCESS = ProcessKey.RESOLVE_CASE.inDiagram();

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final LoggedIn loggedIn;

    CaseCorrelation(RuntimeService runtime, RepositoryService repository, IdentityService identity) {
        this.runtime = runtime;
        this.repository = repository;
        this.loggedIn = new LoggedIn(identity);
    }

    @EventListener
    void on(CaseOpened opened) {
        loggedIn.asNobody(() -> canBegin() && !isRunning(opened) ? begin(opened) : null);
    }

    private boolean canBegin() {
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(PROCESS)
                        .latestVersion()
                        .active()
                        .count()
                > 0;
    }

    private boolean isRunning(CaseOpened opened) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .variableValueEquals(CaseVariables.CASE_ID, opened.id().value())
                        .count()
                > 0;
    }

    private ProcessInstance begin(CaseOpened opened) {
        return runtime.startProcessInstanceByKey(
                PROCESS,
                opened.order().map(OrderNumber::value).orElse(opened.reference()),
                Variables.createVariables()
                        .putValue(CaseVariables.CASE_ID, opened.id().value())
                        .putValue(CaseVariables.CASE_KIND, opened.kind().name()));
    }
}
