package io.orderflow.process.watching;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.ProcessKey;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The steps and timers that are due and suspended. Nobody carries them out. Each order that has one gets a case. */
@Component
class SuspendedSteps {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final OrderReading orders;
    private final CaseRegister cases;
    private final Clock clock;
    /** Those that were suspended at the last look. */
    private Set<String> before = Set.of();

    SuspendedSteps(
            ManagementService management,
            RuntimeService runtime,
            OrderReading orders,
            CaseRegister cases,
            Clock clock) {
        this.management = management;
        this.runtime = runtime;
        this.orders = orders;
        this.cases = cases;
        this.clock = clock;
    }

    /** Who is suspended for a moment only gets no case. */
    @Scheduled(initialDelay = 16_000, fixedDelay = 40_000)
    synchronized void look() {
        List<Job> suspended = Stream.of(
                        query().messages(), query().timers().duedateLowerThan(Date.from(clock.instant())))
                .flatMap(jobs -> jobs.list().stream())
                .filter(job -> ProcessKey.all().contains(job.getProcessDefinitionKey()))
                .toList();
        suspended.stream().filter(job -> before.contains(job.getId())).forEach(this::show);
        before = suspended.stream().map(Job::getId).collect(Collectors.toSet());
    }

    private JobQuery query() {
        return management.createJobQuery().suspended().withRetriesLeft();
    }

    private void show(Job job) {
        order(job)
                .ifPresent(order -> cases.open(new Finding(
                        CaseKind.PROCESS_ON_HOLD,
                        order.value(),
                        Optional.of(order),
                        "A step or timer of order %s is due and suspended: its process %s goes on no further. Activate it, or its definition, in Cockpit."
                                .formatted(order, job.getProcessDefinitionKey()),
                        "STEP_SUSPENDED")));
    }

    private Optional<OrderNumber> order(Job job) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult())
                .map(ProcessInstance::getBusinessKey)
                .filter(OrderNumber::fits)
                .map(OrderNumber::new)
                .filter(number -> orders.find(number).isPresent());
    }
}
