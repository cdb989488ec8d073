package io.orderflow.cases;

import io.orderflow.shared.OrderNumber;
import java.util.Optional;

/**
 * A person must look into something.
 *
 * @param order the order of ours that it is about; empty when it is about none
 */
public record CaseOpened(CaseId id, CaseKind kind, String reference, Optional<OrderNumber> order) {}
