package io.orderflow.cases;

import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as people see it.
 *
 * @param orderNumber null when it is about no order of ours
 * @param reference what it is about, such as an order number or a payment key
 * @param finding in words: what we have, what the other side has
 * @param outcome null until somebody has decided
 * @param closedBy who decided; null until somebody has
 * @param closedAt null while the case is open
 * @param note what they noted; null for nothing
 */
public record CaseView(
        CaseId caseId,
        CaseKind kind,
        @Nullable OrderNumber orderNumber,
        String reference,
        String finding,
        Instant foundAt,
        CaseState state,
        @Nullable CaseOutcome outcome,
        @Nullable Actor closedBy,
        @Nullable Instant closedAt,
        @Nullable String note) {}
