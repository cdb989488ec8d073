package io.orderflow.returns.web;

import io.orderflow.returns.ReturnService;
import io.orderflow.returns.ReturnStatus;
import io.orderflow.returns.ReturnView;
import io.orderflow.web.PageBody;
import io.orderflow.web.Paging;
import io.orderflow.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The HTTP endpoint with which ops find returns of all orders. */
@RestController
@Tag(name = "Returns")
class ReturnListController {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("requestedAt"), Sort.Order.desc("returnId"));

    private final ReturnService returns;

    ReturnListController(ReturnService returns) {
        this.returns = returns;
    }

    @Operation(summary = "Find returns, newest first (ops)")
    @ApiResponse(responseCode = "200", description = "One page of the returns found", useReturnTypeSchema = true)
    @Refuses("400 VALIDATION_FAILED")
    @GetMapping("/api/returns")
    PageBody<ReturnView> search(
            @RequestParam(required = false) @Nullable ReturnStatus status,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer size) {
        return PageBody.of(returns.search(status, Paging.of(page, size, NEWEST_FIRST)), found -> found);
    }
}
