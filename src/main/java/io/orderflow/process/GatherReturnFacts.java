package io.orderflow.process;

import io.orderflow.order.OrderReading;
import io.orderflow.order.OrderView;
import io.orderflow.returns.ReturnFacts;
import io.orderflow.returns.ReturnId;
import io.orderflow.returns.ReturnService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** <em>Gather return facts</em> that the decision table asks for; a repeat gathers them again. */
@Component
class GatherReturnFacts extends ReturnStep {

    private final ReturnService returns;
    private final OrderReading orders;
    private final Clock clock;

    GatherReturnFacts(Subjects subjects, ReturnService returns, OrderReading orders, Clock clock) {
        super(subjects);
        this.returns = returns;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    void execute(DelegateExecution execution, ReturnId id) {
        ReturnFacts facts = returns.facts(id);
        execution.setVariable("returnReason", facts.reason().name());
        execution.setVariable("returnAmount", facts.refund().won());
        execution.setVariable("earlierReturns", facts.earlierReturns());
        execution.setVariable("daysSinceDelivery", daysSinceDelivery(facts));
    }

    /** Whole days, that of delivery not counted, as the law counts them; 0 for a parcel that is still on its way. */
    private long daysSinceDelivery(ReturnFacts facts) {
        return orders.find(facts.order(), clock.instant()).map(OrderView::completedAt)
                .map(delivered -> ChronoUnit.DAYS.between(LocalDate.ofInstant(delivered, clock.getZone()), LocalDate.now(clock)))
                .orElse(0L);
    }
}
