package io.orderflow.payment.web;

import io.orderflow.payment.reconciliation.GatewayUnreadable;
import io.orderflow.payment.reconciliation.Reconciliation;
import io.orderflow.payment.reconciliation.ReconciliationView;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.PageBody;
import io.orderflow.web.Paging;
import io.orderflow.web.Violation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoints with which ops start reconciliations and read their reports. */
@RestController
@RequestMapping("/api/reconciliations")
@Tag(name = "Reconciliations")
class ReconciliationController {

    private static final int MOST_DAYS = 31;
    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("reconciliationId"));

    private final Reconciliation reconciliation;
    private final Clock clock;

    ReconciliationController(Reconciliation reconciliation, Clock clock) {
        this.reconciliation = reconciliation;
        this.clock = clock;
    }

    @Operation(
            summary = "Compare our ledger with the gateway's books",
            description =
                    "from and to are days in Asia/Seoul, both inclusive, at most 31; yesterday and today without them.")
    @PostMapping
    ReconciliationBody reconcile(@RequestBody(required = false) @Nullable ReconciliationRequest body) {
        ReconciliationRequest request = body == null ? new ReconciliationRequest(null, null) : body;
        LocalDate today = LocalDate.ofInstant(clock.instant(), Reconciliation.BUSINESS_ZONE);
        LocalDate to = request.to() == null ? today : request.to();
        LocalDate from = request.from() == null ? earlier(to, today.minusDays(1)) : request.from();
        check(from, to, today);
        try {
            return ReconciliationBody.of(reconciliation.reconcile(from, to));
        } catch (GatewayUnreadable failure) {
            throw new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "GATEWAY_UNAVAILABLE");
        }
    }

    @Operation(summary = "Read past comparisons, newest first")
    @GetMapping
    PageBody<ReconciliationView> search(
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return PageBody.of(reconciliation.search(Paging.of(page, size, NEWEST_FIRST)), found -> found);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static void check(LocalDate from, LocalDate to, LocalDate today) {
        if (to.isAfter(today)) {
            throw Violation.problem("to", "must not be after today, which is " + today);
        }
        if (from.isAfter(to)) {
            throw Violation.problem("from", "must not be after to");
        }
        if (!from.isAfter(to.minusDays(MOST_DAYS))) {
            throw Violation.problem("from", "must be at most %d days before the end of to".formatted(MOST_DAYS));
        }
    }
}
