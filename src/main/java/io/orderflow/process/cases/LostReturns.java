package io.orderflow.process.cases;

import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.Step;
import io.orderflow.process.answers.LoggedIn;
import io.orderflow.returns.OpenReturn;
import io.orderflow.returns.ReturnService;
import io.orderflow.shared.OrderNumber;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The returns that have lost their process. Such a return goes on from its stage. */
@Component
class LostReturns {

    private final RuntimeService runtime;
    private final ReturnService returns;
    private final LoggedIn loggedIn;

    LostReturns(RuntimeService runtime, ReturnService returns, IdentityService identity) {
        this.runtime = runtime;
        this.loggedIn = new LoggedIn(identity);
        this.returns = returns;
    }

    /** Starts a process for the order's open return, unless it has none or its process runs. */
    void resume(OrderNumber order) {
        returns.open(order).filter(open -> !isRunning(order)).ifPresent(this::resume);
    }

    private boolean isRunning(OrderNumber order) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(ProcessKey.RETURN.inDiagram())
                        .processInstanceBusinessKey(order.value())
                        .count()
                > 0;
    }

    /** Starts the process in nobody's name, because a process that a person starts is taken for a stray one. */
    private void resume(OpenReturn open) {
        loggedIn.asNobody(() -> runtime.createProcessInstanceByKey(ProcessKey.RETURN.inDiagram())
                .businessKey(open.order().value())
                .setVariable(OrderVariables.RETURN_ID, open.id().value())
                .startBeforeActivity(place(open).inDiagram())
                .execute());
    }

    private static Step place(OpenReturn open) {
        return switch (open.stage()) {
            case TO_DECIDE -> Step.GATHER_RETURN_FACTS;
            case TO_RECEIVE -> Step.RECEIVE_GOODS;
            case TO_INSPECT -> Step.INSPECT_RETURN;
            case TO_REFUND -> Step.TAKE_GOODS_BACK;
        };
    }
}
