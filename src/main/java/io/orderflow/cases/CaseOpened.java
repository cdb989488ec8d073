package io.orderflow.cases;

import io.orderflow.shared.OrderNumber;
import java.util.Optional;

/**
 * A person must look into something; told again of a case that may have been lost.
 *
 * @param order the order of ours that it is about; empty when it is about none
 */
public record CaseOpened(CaseId id, CaseKind kind, String reference, Optional<OrderNumber> order) {}
