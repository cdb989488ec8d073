package io.orderflow.process.watching;

import io.orderflow.cases.CaseKind;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.Finding;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.shared.OrderNumber;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The guard that ends stray processes. It opens a case for each, because a stray process may have done something before
 * it was found. The own process of an order, return or case goes on. Any number of nodes may look at once.
 */
@Component
class StrayProcessGuard {

    private static final int LONGEST_KEY = 64;
    private static final String WORDS = """
            Process %s (%s) was begun by %s under "%s", where it is not the process of an order, a return or a case that needs one. \
            It has been ended, and what is there goes on with its own. Look at what it did before, and close the case with a note.""";

    private final StrayProcesses strays;
    private final OrderReading orders;
    private final CaseRegister cases;
    private final RuntimeService runtime;

    StrayProcessGuard(StrayProcesses strays, OrderReading orders, CaseRegister cases, RuntimeService runtime) {
        this.strays = strays;
        this.orders = orders;
        this.cases = cases;
        this.runtime = runtime;
    }

    @Scheduled(initialDelay = 19_000, fixedDelay = 40_000)
    void look() {
        strays.look().forEach(this::end);
    }

    /**
     * Opens the case before it ends the process, so that a node that is interrupted in between finds the process again.
     */
    private void end(StrayProcesses.Stray stray) {
        cases.open(finding(stray));
        try {
            runtime.deleteProcessInstance(
                    stray.instance(), "not the process of an order, a return or a case", true, true);
        } catch (NullValueException endedMeanwhile) {
            // Another node has ended the process, or it has ended by itself.
        }
    }

    private Finding finding(StrayProcesses.Stray stray) {
        String key = Objects.requireNonNullElse(stray.businessKey(), "");
        String shown = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY);
        return new Finding(
                CaseKind.STRAY_PROCESS,
                stray.instance(),
                order(key),
                WORDS.formatted(
                        stray.process(),
                        stray.instance(),
                        Objects.requireNonNullElse(stray.begunBy(), "nobody who was logged in"),
                        shown),
                stray.instance());
    }

    /** Returns the order if the application has it. */
    private Optional<OrderNumber> order(String businessKey) {
        return Optional.of(businessKey)
                .filter(OrderNumber::fits)
                .map(OrderNumber::new)
                .filter(number -> orders.find(number).isPresent());
    }
}
