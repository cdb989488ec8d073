package io.orderflow.process;

import io.orderflow.cases.CaseOpened;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of a case in the transaction that opens it; told again of one whose process runs: nothing. */
@Component
class CaseCorrelation {

    static final String PROCESS = "ResolveCase";

    private final RuntimeService runtime;

    CaseCorrelation(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(CaseOpened opened) {
        String id = opened.id().value();
        if (runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS)
                .variableValueEquals(CaseVariables.CASE_ID, id).count() > 0) {
            return;
        }
        runtime.startProcessInstanceByKey(PROCESS, opened.order().map(OrderNumber::value).orElse(opened.reference()),
                Variables.createVariables().putValue(CaseVariables.CASE_ID, id)
                        .putValue(CaseVariables.CASE_KIND, opened.kind().name()));
    }
}
