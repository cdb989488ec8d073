package io.orderflow.process;

import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.DateValue;
import org.jspecify.annotations.Nullable;

/** The process variables of an order, by the names the diagram uses. None holds personal data. */
public final class OrderVariables {

    /** Name of an {@link io.orderflow.order.OrderReason}, or the code of the refusal that came in the way. */
    public static final String CALL_OFF_REASON = "callOffReason";
    /** What was missing when an order could not be supplied, a line for each; for the next step only, never stored. */
    public static final String SHORTAGES = "shortages";
    /** Name of an {@link io.orderflow.order.OrderResult}. */
    public static final String RESULT = "result";
    /** How a person settled a refund: RETRY or SETTLED_OUTSIDE. */
    public static final String SETTLEMENT = "settlement";
    /** Under which reference a refund was settled outside. */
    public static final String SETTLEMENT_REFERENCE = "settlementReference";

    /** Which refund a person must settle. */
    public static final String REFUND_ID = "refundId";
    /**
     * Name of a {@link io.orderflow.payment.ChargeStatus}, or ANSWERED_EARLIER; for the next gateway only, never
     * stored.
     */
    public static final String CHARGE_STATUS = "chargeStatus";
    /** Name of a {@link io.orderflow.payment.RefundStatus}; for the next gateway only, never stored. */
    public static final String REFUND_STATUS = "refundStatus";
    /** SUBMITTED or CALLED_OFF; for the next gateway only, never stored. */
    public static final String PAYMENT = "payment";
    /** HANDED_OVER or CALLED_OFF; for the next gateway only, never stored. */
    public static final String HAND_OVER = "handOver";
    /** DELIVERED, FAILED or EVERYTHING_BACK; for the next gateway only, never stored. */
    public static final String DELIVERY = "delivery";
    /** When it happened by the carrier's account; for the next step only, never stored. */
    public static final String OCCURRED_AT = "occurredAt";
    /**
     * Name of a {@link io.orderflow.shipping.BookingStatus}, or CALLED_OFF; for the next gateway only, never stored.
     */
    public static final String BOOKING_STATUS = "bookingStatus";
    /** Name of a {@link io.orderflow.shipping.RecallStatus}; for the next gateway only, never stored. */
    public static final String RECALL_STATUS = "recallStatus";
    /** What failed at the carrier, in its word for it. */
    public static final String FAILURE_KIND = "failureKind";
    /** How a person resolved a shipping failure. */
    public static final String RESOLUTION = "resolution";
    /** Which return is under way. */
    public static final String RETURN_ID = "returnId";
    /** What the decision table asks for of a return: how its time stands, why, for how many won, and which it is. */
    public static final String RETURN_WINDOW = "returnWindow";

    public static final String RETURN_REASON = "returnReason";
    public static final String RETURN_AMOUNT = "returnAmount";
    public static final String EARLIER_RETURNS = "earlierReturns";
    /** What the decision table suggests. */
    public static final String SUGGESTION = "suggestion";
    /** How a person decided about a return: APPROVE or REJECT. */
    public static final String RETURN_DECISION = "returnDecision";
    /** Why they decided so. */
    public static final String DECISION_REASON = "decisionReason";
    /** Whether a person has the goods of a return; not given means yes. */
    public static final String RECEIVED = "received";
    /** Why nothing came. */
    public static final String RECEIPT_NOTE = "receiptNote";
    /** CAME or NOTHING_CAME; for the next gateway only, never stored. */
    public static final String RECEIPT = "receipt";
    /** What a person found in the parcel, as JSON text. */
    public static final String INSPECTION = "inspection";
    /** What the form gives as the inspection when none of its ready-made answers fits. */
    public static final String BY_LINE = "BY_LINE";
    /** The JSON text of an inspection that was edited on the form. */
    public static final String INSPECTION_BY_LINE = "inspectionByLine";
    /** EVERYTHING_BACK when nothing is left with the customer, NOTHING_ACCEPTED of what came back, else PARTLY_BACK. */
    public static final String RETURN_RESULT = "returnResult";

    /** Those that are for the next gateway only. */
    public static final List<String> PASSING = List.of(
            PAYMENT, CHARGE_STATUS, HAND_OVER, DELIVERY, REFUND_STATUS, BOOKING_STATUS, RECALL_STATUS, OCCURRED_AT);

    private OrderVariables() {}

    /** The text that the process knows by this name; null where it knows none. */
    public static String text(DelegateExecution execution, String variable) {
        return (String) execution.getVariable(variable);
    }

    /**
     * Tells the next step what was missing. Transient, because what a hundred lines lack is more than the engine keeps
     * in a text; and a text, because the engine serializes anything else.
     */
    public static void tell(DelegateExecution execution, List<Shortage> shortages) {
        String lines = shortages.stream()
                .map(missing -> "%s %d %d".formatted(missing.sku(), missing.requested(), missing.available()))
                .collect(Collectors.joining("\n"));
        execution.setVariable(SHORTAGES, Variables.stringValue(lines, true));
    }

    /** What was missing, as the step before has told. */
    public static List<Shortage> shortages(DelegateExecution execution) {
        return text(execution, SHORTAGES)
                .lines()
                .map(line -> line.split(" "))
                .map(parts -> new Shortage(new Sku(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])))
                .toList();
    }

    /** When what the carrier told happened, by its own account; null where nobody told. */
    public static @Nullable Instant occurredAt(DelegateExecution execution) {
        Date told = (Date) execution.getVariable(OCCURRED_AT);
        return told == null ? null : told.toInstant();
    }

    /** Tells the next gateway something that need not be stored. */
    public static void tell(DelegateExecution execution, String variable, Enum<?> value) {
        execution.setVariable(variable, Variables.stringValue(value.name(), true));
    }

    /** As {@link #told(String, Enum)}, of what the carrier told: with when it happened by its account. */
    public static VariableMap told(String variable, Enum<?> value, Instant occurredAt) {
        return told(variable, value).putValueTyped(OCCURRED_AT, at(occurredAt));
    }

    /** When something happened that the process is told of by a message. */
    public static VariableMap told(Instant occurredAt) {
        return Variables.createVariables().putValueTyped(OCCURRED_AT, at(occurredAt));
    }

    private static DateValue at(Instant time) {
        return Variables.dateValue(Date.from(time), true);
    }

    /** As {@link #tell}, for a process that waits. */
    public static VariableMap told(String variable, Enum<?> value) {
        return Variables.createVariables().putValueTyped(variable, Variables.stringValue(value.name(), true));
    }
}
