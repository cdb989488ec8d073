package io.orderflow.cases;

import io.orderflow.shared.OrderNumber;
import java.util.Optional;

/**
 * An event: a case has been opened, for a person to look into. It is published again if the case's process may be lost.
 *
 * @param order the order that the case is about; empty if it is about no order of ours
 */
public record CaseOpened(CaseId id, CaseKind kind, String reference, Optional<OrderNumber> order) {}
