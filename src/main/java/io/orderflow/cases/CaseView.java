package io.orderflow.cases;

import io.orderflow.shared.Actor;
import io.orderflow.shared.OrderNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case as the API shows it.
 *
 * @param orderNumber null if the case is about no order of ours
 * @param reference the thing that the case is about, such as an order number or a payment key
 * @param finding the finding in words
 * @param outcome null until a person has decided
 * @param closedBy the person who has decided; null before
 * @param closedAt null while the case is open
 * @param note the note of the person who has decided; null if there is none
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
