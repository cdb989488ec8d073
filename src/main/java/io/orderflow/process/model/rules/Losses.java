package io.orderflow.process.model.rules;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The harm to orders, customers, money or stock if an element were missing, or were reached where it must not be. */
final class Losses {

    private static final String FOR_EVER = "orders would stand still there or end half done";

    private static final Map<String, String> OF = Map.ofEntries(
            Map.entry("Event_UndoReserveStock", "the stock of an order that is called off would never be free again"),
            Map.entry("Event_UndoUseCoupon", "a customer whose order is called off would lose the coupon"),
            Map.entry("Event_UndoChargePayment", "a customer whose order is called off would not get the money back"),
            Map.entry("Event_PaymentRefunded", "a customer whose order is called off would not get the money back"),
            Map.entry("Event_CouponRestored", "a customer whose order is called off would lose the coupon"),
            Map.entry("Event_StockReleased", "the stock of an order that is called off would never be free again"),
            Map.entry("Event_CouponGivenBack", "a customer whose payment is declined would lose the coupon"),
            Map.entry(
                    "Event_StockGivenBack",
                    "the stock of an order whose payment is declined would never be free again"),
            Map.entry("Event_OutOfStock", "an order that cannot be supplied would be an error for the customer"),
            Map.entry("Event_CouponNotUsable", "a coupon that is used up would be an error for the customer who pays"),
            Map.entry("Event_StockNoLongerAvailable", "a paid order without stock would stand still"),
            Map.entry("Event_CancelledDuringPayment", "a customer who cancels while paying would be sent the goods"),
            Map.entry("Event_ShippingCalledOff", "a cancelled order would stand still, with the customer's money"),
            Map.entry("Event_EverythingReturned", "an order of which everything came back would stand still"),
            Map.entry("Event_EverythingCameBack", "somebody would go on deciding about goods that are back already"),
            Map.entry("Event_DeliveredAfterAll", "somebody would ship again what the customer has"),
            Map.entry("Event_ResolutionOverdue", "nobody would be reminded that a customer waits for a decision"),
            Map.entry("Task_EscalateFailure", "nobody would be reminded that a customer waits for a decision"),
            Map.entry("Event_GoodsReceived", "the carrier's message that goods are back would be an error"));

    /** The harm if an element is reached without what must come before it. */
    private static final Map<String, String> WRONGLY = Map.of(
            "Task_ChargePayment", "customers would be charged twice, or for nothing",
            "Task_ConfirmReservation", "goods would be given out that nobody has paid",
            "Task_StartPreparation", "goods would be prepared that nobody has paid",
            "Task_BookShipment", "goods would be shipped that nobody has paid, or twice",
            "Task_FailOrder", "an order whose money may be ours would be failed, and the customer's money kept",
            "Task_CompleteOrder", "orders would be completed that nobody has received",
            "Task_RefundReturn", "money would be given back for goods that nobody has inspected",
            "Task_RefundPayment", "money would be given back that is not owed, or twice",
            "Task_TakeGoodsBack", "goods would be counted as stock that nobody has inspected");

    /** The steps that belong to the transaction that causes them. */
    private static final Map<String, Set<String>> AT_ONCE = Map.of(
            Needed.ORDER,
                    Set.of(
                            "Task_ReserveStock",
                            "Task_RejectOrder",
                            "Task_UseCoupon",
                            "Task_ChargePayment",
                            "Task_ConfirmReservation",
                            "Task_StartPreparation",
                            "Task_FailOrder",
                            "Event_CouponGivenBack",
                            "Event_StockGivenBack",
                            "Task_RecordResolution"),
            Needed.RETURN,
                    Set.of(
                            "Task_GatherReturnFacts",
                            "Task_SuggestDecision",
                            "Task_RecordDecision",
                            "Task_RecordReceipt",
                            "Task_RecordInspection"),
            Needed.SETTLE_REFUND, Set.of("Task_RecordSettlement"),
            Needed.RESOLVE_CASE, Set.of("Task_RecordCaseResolution"));

    private Losses() {}

    /** Returns the harm if nothing led to the element any more. */
    static String of(String process, String id) {
        return Needed.of(process)
                .filter(needed -> needed.id().equals(id))
                .map(Needed::loss)
                .findFirst()
                .orElseGet(() -> OF.getOrDefault(id, FOR_EVER));
    }

    /** Returns the harm if something led to the element that must not. */
    static String wrongly(String id) {
        return WRONGLY.getOrDefault(id, "what is done there would be done twice, too early or to the wrong order");
    }

    /** Returns the harm if what comes before a step were repeated, or undone, together with it. */
    static String unsaved(String id) {
        return id.startsWith("Task_Retry")
                ? "it fails on purpose, and would take back what came before it instead of being an incident"
                : "when it fails, what was done before it would be taken back too and be done twice";
    }

    /**
     * Returns whether the element belongs to the transaction that causes it. So does a wait, which must be reached
     * before the caller is answered.
     */
    static boolean isAtOnce(String process, String id) {
        Set<String> waits = Needed.of(process)
                .filter(needed -> needed.kind() == Needed.Kind.WAIT)
                .map(Needed::id)
                .collect(Collectors.toSet());
        return waits.contains(id) || AT_ONCE.getOrDefault(process, Set.of()).contains(id);
    }

    /** Returns the label of an element that is missing, by its id. */
    static String label(String id) {
        return new Needed("", Needed.Kind.STEP, id, "").label();
    }
}
