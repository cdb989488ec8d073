package io.orderflow.process;

import io.orderflow.shared.Shortage;
import io.orderflow.shared.Sku;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.DateValue;
import org.jspecify.annotations.Nullable;

/** The process variables of an order, by the names the diagram uses. None holds personal data. */
public final class OrderVariables {

    /** The name of an {@link io.orderflow.order.OrderReason}, or the code of the refusal that stopped the order. */
    public static final String CALL_OFF_REASON = "callOffReason";
    /**
     * What was missing when an order could not be supplied, as JSON. Only the next step reads it; it is never stored.
     */
    public static final String SHORTAGES = "shortages";
    /** The name of an {@link io.orderflow.order.OrderResult}, or REFUND_UNDER_WAY. */
    public static final String RESULT = "result";
    /** How a person settled a refund: RETRY or SETTLED_OUTSIDE. */
    public static final String SETTLEMENT = "settlement";
    /** The reference of a refund that was settled outside. */
    public static final String SETTLEMENT_REFERENCE = "settlementReference";

    /** The id of a refund. */
    public static final String REFUND_ID = "refundId";
    /**
     * The name of a {@link io.orderflow.payment.ChargeStatus}, or ANSWERED_EARLIER. Only the next gateway reads it; it
     * is never stored.
     */
    public static final String CHARGE_STATUS = "chargeStatus";
    /** The name of a {@link io.orderflow.payment.RefundStatus}. Only the next gateway reads it; it is never stored. */
    public static final String REFUND_STATUS = "refundStatus";
    /** SUBMITTED or CALLED_OFF. Only the next gateway reads it; it is never stored. */
    public static final String PAYMENT = "payment";
    /** HANDED_OVER or CALLED_OFF. Only the next gateway reads it; it is never stored. */
    public static final String HAND_OVER = "handOver";
    /** DELIVERED, FAILED or EVERYTHING_BACK. Only the next gateway reads it; it is never stored. */
    public static final String DELIVERY = "delivery";
    /** When something happened, as the carrier says. Only the next step reads it; it is never stored. */
    public static final String OCCURRED_AT = "occurredAt";
    /**
     * The name of a {@link io.orderflow.shipping.BookingStatus}, or CALLED_OFF. Only the next gateway reads it; it is
     * never stored.
     */
    public static final String BOOKING_STATUS = "bookingStatus";
    /** The name of a {@link io.orderflow.shipping.RecallStatus}. Only the next gateway reads it; it is never stored. */
    public static final String RECALL_STATUS = "recallStatus";
    /** The kind of a shipping failure, in the word of the carrier. */
    public static final String FAILURE_KIND = "failureKind";
    /** How a person resolved a shipping failure. */
    public static final String RESOLUTION = "resolution";
    /** The id of the return. */
    public static final String RETURN_ID = "returnId";
    /**
     * The name of a {@link io.orderflow.returns.ReturnWindow}. This and the next three are what the decision table
     * reads.
     */
    public static final String RETURN_WINDOW = "returnWindow";

    public static final String RETURN_REASON = "returnReason";
    public static final String RETURN_AMOUNT = "returnAmount";
    public static final String EARLIER_RETURNS = "earlierReturns";
    /** What the decision table suggests for a return. */
    public static final String SUGGESTION = "suggestion";
    /** How a person decided about a return: APPROVE or REJECT. */
    public static final String RETURN_DECISION = "returnDecision";
    /** Why that person decided so. */
    public static final String DECISION_REASON = "decisionReason";
    /** Whether a person has the goods of a return. A missing value means yes. */
    public static final String RECEIVED = "received";
    /** Why the goods of a return did not come. */
    public static final String RECEIPT_NOTE = "receiptNote";
    /** CAME or NOTHING_CAME. Only the next gateway reads it; it is never stored. */
    public static final String RECEIPT = "receipt";
    /** The JSON text of an inspection, or {@link #BY_LINE}. */
    public static final String INSPECTION = "inspection";
    /** The inspection that the form hands in when a person edited the text instead of choosing a ready-made answer. */
    public static final String BY_LINE = "BY_LINE";
    /** The JSON text of an inspection that was edited on the form. */
    public static final String INSPECTION_BY_LINE = "inspectionByLine";
    /**
     * EVERYTHING_BACK when the customer has nothing left, NOTHING_ACCEPTED when no returned piece was accepted, else
     * PARTLY_BACK.
     */
    public static final String RETURN_RESULT = "returnResult";

    /**
     * The variables that only the next gateway or step reads. They are removed when the process goes on from a wait.
     */
    public static final List<String> PASSING = List.of(
            PAYMENT, CHARGE_STATUS, HAND_OVER, DELIVERY, REFUND_STATUS, BOOKING_STATUS, RECALL_STATUS, OCCURRED_AT);

    /** The variables that steps and waits tell the next gateway. None is kept over a save point or a further wait. */
    public static final Set<String> TOLD =
            Stream.concat(PASSING.stream(), Stream.of(RECEIPT)).collect(Collectors.toUnmodifiableSet());

    private OrderVariables() {}

    /** Returns the text of a variable; null where the process has none. */
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

    /** Sets a variable that the next gateway reads and that is not stored. */
    public static void tell(DelegateExecution execution, String variable, Enum<?> value) {
        execution.setVariable(variable, Variables.stringValue(value.name(), true));
    }

    /** Returns {@link #told(String, Enum)} together with the time that the carrier says. */
    public static VariableMap told(String variable, Enum<?> value, Instant occurredAt) {
        return told(variable, value).putValueTyped(OCCURRED_AT, at(occurredAt));
    }

    /** Returns the variable with the time of something of which the process is told by a message. */
    public static VariableMap told(Instant occurredAt) {
        return Variables.createVariables().putValueTyped(OCCURRED_AT, at(occurredAt));
    }

    private static DateValue at(Instant time) {
        return Variables.dateValue(Date.from(time), true);
    }

    /** Returns what {@link #tell} would set, for a process that waits. */
    public static VariableMap told(String variable, Enum<?> value) {
        return Variables.createVariables().putValueTyped(variable, Variables.stringValue(value.name(), true));
    }
}
