package io.orderflow.process.forms;

import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseOutcome;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseView;
import io.orderflow.order.OrderView;
import io.orderflow.order.reading.OrderReading;
import io.orderflow.process.watching.CaseResolutions;
import io.orderflow.process.watching.OrderBalances;
import io.orderflow.process.watching.Orphans;
import io.orderflow.shared.OrderNumber;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the form of a case shows, and the outcomes it offers, which are those that are possible at this moment. */
@Component
class CaseFacts {

    private final CaseRegister cases;
    private final OrderReading orders;
    private final OrderFacts orderFacts;
    private final OrderBalances holdings;
    private final Orphans orphans;
    private final CaseResolutions caseResolutions;
    private final Clock clock;

    CaseFacts(
            CaseRegister cases,
            OrderReading orders,
            OrderFacts orderFacts,
            OrderBalances holdings,
            Orphans orphans,
            CaseResolutions caseResolutions,
            Clock clock) {
        this.cases = cases;
        this.orders = orders;
        this.orderFacts = orderFacts;
        this.holdings = holdings;
        this.orphans = orphans;
        this.caseResolutions = caseResolutions;
        this.clock = clock;
    }

    Map<String, Object> of(CaseId id) {
        CaseView found = cases.find(id).orElseThrow(() -> new IllegalStateException("no case " + id));
        Map<String, Object> facts = Optional.ofNullable(found.orderNumber())
                .flatMap(number -> orders.find(number))
                .map(this::ofOrder)
                .orElseGet(CaseFacts::ofNoOrder);
        facts.put("caseId", found.caseId().value());
        facts.put("kind", Wording.of(found.kind()));
        facts.put("finding", found.finding());
        facts.put("reference", found.reference());
        facts.put("foundAt", Wording.time(found.foundAt()));
        facts.put("open", Wording.since(found.foundAt(), clock.instant()));
        return Map.of("facts", facts, "outcomeChoices", choices(found));
    }

    private Map<String, Object> ofOrder(OrderView order) {
        OrderNumber number = order.orderNumber();
        Map<String, Object> facts = orderFacts.of(order);
        facts.put("process", orphans.isWithoutProcess(number) ? "none" : "running");
        facts.put("holds", holdings.of(number).words());
        return facts;
    }

    private static Map<String, Object> ofNoOrder() {
        Map<String, Object> facts = new LinkedHashMap<>(Map.of("lines", List.of(), "history", List.of()));
        Stream.of("orderNumber", "customer", "status", "process", "holds")
                .forEach(name -> facts.put(name, Wording.orDash(null)));
        return facts;
    }

    private List<Map<String, String>> choices(CaseView found) {
        return Stream.of(CaseOutcome.values())
                .filter(outcome -> caseResolutions.whyNot(found, outcome).isEmpty())
                .map(outcome -> Map.of("value", outcome.name(), "label", label(outcome)))
                .toList();
    }

    private static String label(CaseOutcome outcome) {
        return switch (outcome) {
            case GIVE_BACK -> "Give back: call the order off and give back all that it holds";
            case RESUME -> "Resume: the order goes on where it stands";
            case EXPLAINED -> "Explained: there is nothing (more) to do; the note says why";
        };
    }
}
