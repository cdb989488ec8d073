package io.orderflow.cases;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cases, each in a transaction of its own, so that the call can be repeated if another transaction opens the same
 * case at the same time.
 */
@Component
class CaseOpener {

    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseOpener(Cases cases, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    CaseView open(Finding found) {
        Optional<CaseFile> known = cases.findByOpenKey(CaseFile.keyOf(found));
        known.ifPresent(file -> file.update(found));
        return known.or(() -> explained(found)).orElseGet(() -> openAnew(found)).view();
    }

    private Optional<CaseFile> explained(Finding found) {
        return cases.findFirstByKindAndReferenceOrderByCaseNumberDesc(found.kind(), found.reference())
                .filter(file -> file.explains(found));
    }

    private CaseFile openAnew(Finding found) {
        CaseFile opened = cases.saveAndFlush(new CaseFile(found, clock.instant()));
        events.publishEvent(opened.opened());
        return opened;
    }
}
