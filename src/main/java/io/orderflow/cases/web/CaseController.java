package io.orderflow.cases.web;

import io.orderflow.cases.CaseId;
import io.orderflow.cases.CaseRegister;
import io.orderflow.cases.CaseState;
import io.orderflow.cases.CaseView;
import io.orderflow.web.ApiProblem;
import io.orderflow.web.PageBody;
import io.orderflow.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoints with which ops read cases. Cases are resolved as user tasks. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CaseController {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("caseNumber"));

    private final CaseRegister cases;

    CaseController(CaseRegister cases) {
        this.cases = cases;
    }

    @Operation(summary = "Find cases, newest first")
    @GetMapping
    PageBody<CaseView> search(
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return PageBody.of(cases.search(state, Paging.of(page, size, NEWEST_FIRST)), found -> found);
    }

    @Operation(summary = "Read a case")
    @GetMapping("/{caseId}")
    CaseView read(@PathVariable String caseId) {
        return parse(caseId)
                .flatMap(cases::find)
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "CASE_NOT_FOUND"));
    }

    /** Returns empty if the text cannot be the id of a case. */
    private static Optional<CaseId> parse(String caseId) {
        try {
            return Optional.of(CaseId.of(caseId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
