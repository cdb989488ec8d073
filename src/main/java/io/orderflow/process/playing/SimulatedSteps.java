package io.orderflow.process.playing;

import static java.util.Map.entry;

import io.orderflow.process.OrderVariables;
import io.orderflow.process.expressions.NamedSteps;
import io.orderflow.returns.ReturnReason;
import io.orderflow.returns.ReturnWindow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The steps of the diagrams without the application. Each changes the ledger of the story, and tells what the story
 * says of this call, or else what is usual.
 */
class SimulatedSteps implements NamedSteps {

    /** What a step does when nobody says otherwise. */
    private interface Effect {
        void on(Ledger ledger, DelegateExecution execution);
    }

    private static final Effect NONE = (ledger, execution) -> {};

    private static final Map<String, Effect> EFFECTS = Map.ofEntries(
            // Order
            entry("reserveStock", (ledger, execution) -> ledger.reserve()),
            entry("rejectOrder", NONE),
            entry("useCoupon", (ledger, execution) -> ledger.useCoupon()),
            entry("chargePayment", usually(OrderVariables.CHARGE_STATUS, "REQUESTED")),
            entry("retryCharge", usually(OrderVariables.CHARGE_STATUS, "REQUESTED")),
            entry("takeUpAnswer", usually(OrderVariables.CHARGE_STATUS, "APPROVED")),
            entry("failOrder", NONE),
            entry("confirmReservation", NONE),
            entry("startPreparation", NONE),
            entry("bookShipment", usually(OrderVariables.BOOKING_STATUS, "BOOKED")),
            entry("retryBooking", usually(OrderVariables.BOOKING_STATUS, "BOOKED")),
            entry("cancelShipment", usually(OrderVariables.RECALL_STATUS, "RECALLED")),
            entry("retryRecall", usually(OrderVariables.RECALL_STATUS, "RECALLED")),
            entry("markOrderShipped", NONE),
            entry("markShippingFailed", usually(OrderVariables.FAILURE_KIND, "LOST")),
            entry("escalateFailure", NONE),
            entry("recordResolution", NONE),
            entry("writeOffStock", (ledger, execution) -> ledger.writeOff()),
            entry("completeOrder", NONE),
            entry("callOffOrder", NONE),
            entry("refundPayment", (ledger, execution) -> ledger.askRefundOfEverything()),
            entry("restoreCoupon", (ledger, execution) -> ledger.giveCouponBack()),
            entry("releaseStock", (ledger, execution) -> ledger.release()),
            entry("closeOrder", SimulatedSteps::closeOrder),
            // Return
            entry("gatherReturnFacts", SimulatedSteps::gatherReturnFacts),
            entry("recordDecision", NONE),
            entry("recordReceipt", usually(OrderVariables.RECEIPT, "CAME")),
            entry("recordInspection", NONE),
            entry("takeGoodsBack", (ledger, execution) -> ledger.takeGoodsBack()),
            entry("refundReturn", SimulatedSteps::refundReturn),
            entry("closeReturn", SimulatedSteps::closeReturn),
            entry("giveCouponBack", (ledger, execution) -> ledger.giveCouponBack()),
            // SettleRefund
            entry("recordSettlement", SimulatedSteps::recordSettlement),
            entry("retryRefund", usually(OrderVariables.REFUND_STATUS, "REQUESTED")),
            // ResolveCase
            entry("recordCaseResolution", NONE),
            entry("resumeOrder", NONE),
            entry("closeCase", NONE),
            // all
            entry("notifyCustomer", NONE));

    private final Supplier<Notes> notes;

    SimulatedSteps(Supplier<Notes> notes) {
        this.notes = notes;
    }

    /** Returns the names of all steps. */
    static Set<String> names() {
        return EFFECTS.keySet();
    }

    @Override
    public Optional<JavaDelegate> find(String name) {
        return Optional.ofNullable(EFFECTS.get(name)).map(effect -> new SimulatedStep(name, effect));
    }

    /** Tells the process something, as steps and waits do; what the ledger is about is noted there. */
    static void tell(Ledger ledger, String variable, String value) {
        if (variable.equals(OrderVariables.CHARGE_STATUS) && value.equals("APPROVED")) {
            ledger.charge();
        }
        if (variable.equals(OrderVariables.REFUND_STATUS)) {
            ledger.answerRefund(value);
        }
    }

    private static Effect usually(String variable, String value) {
        return (ledger, execution) -> set(ledger, execution, variable, value);
    }

    private static void set(Ledger ledger, DelegateExecution execution, String variable, String value) {
        tell(ledger, variable, value);
        execution.setVariable(variable, Variables.stringValue(value, OrderVariables.TOLD.contains(variable)));
    }

    private static void closeOrder(Ledger ledger, DelegateExecution execution) {
        String reason = OrderVariables.text(execution, OrderVariables.CALL_OFF_REASON);
        set(ledger, execution, OrderVariables.RESULT, ledger.result(reason == null ? "" : reason));
        execution.setVariable(OrderVariables.REFUND_ID, execution.getProcessBusinessKey());
    }

    private static void gatherReturnFacts(Ledger ledger, DelegateExecution execution) {
        execution.setVariable(OrderVariables.RETURN_WINDOW, ReturnWindow.WITHDRAWAL.name());
        execution.setVariable(OrderVariables.RETURN_REASON, ReturnReason.CHANGE_OF_MIND.name());
        execution.setVariable(OrderVariables.RETURN_AMOUNT, ledger.priceOfSentBack());
        execution.setVariable(OrderVariables.EARLIER_RETURNS, 0L);
    }

    private static void refundReturn(Ledger ledger, DelegateExecution execution) {
        ledger.askRefundOfReturn();
        execution.setVariable(OrderVariables.REFUND_ID, execution.getProcessBusinessKey());
        set(ledger, execution, OrderVariables.REFUND_STATUS, "REQUESTED");
    }

    private static void closeReturn(Ledger ledger, DelegateExecution execution) {
        String result = ledger.sentBack() == Ledger.PIECES ? "EVERYTHING_BACK" : "PARTLY_BACK";
        set(ledger, execution, OrderVariables.RETURN_RESULT, result);
    }

    private static void recordSettlement(Ledger ledger, DelegateExecution execution) {
        if ("SETTLED_OUTSIDE".equals(OrderVariables.text(execution, OrderVariables.SETTLEMENT))) {
            ledger.answerRefund("SETTLED_OUTSIDE");
        }
    }

    /** A call of a step. It belongs to these steps, so that nothing takes it for a step of the application. */
    private class SimulatedStep implements JavaDelegate {

        private final String name;
        private final Effect effect;
        /** The expression of the field in the diagram, which the engine sets before it calls the delegate. */
        private @Nullable Expression topic;

        SimulatedStep(String name, Effect effect) {
            this.name = name;
            this.effect = effect;
        }

        @Override
        public void execute(DelegateExecution execution) {
            Notes now = notes.get();
            if (topic != null) {
                now.tell(String.valueOf(topic.getValue(execution)));
            }
            Optional<StoryEvent> said = now.answer(name);
            if (said.isPresent() && said.get().kind() == StoryEvent.Kind.STEP_REFUSES) {
                throw new BpmnError(said.get().values().getOrDefault(StoryEvent.CODE, ""), "as the story says");
            }
            effect.on(now.ledger, execution);
            said.ifPresent(
                    event -> event.values().forEach((variable, value) -> set(now.ledger, execution, variable, value)));
        }
    }
}
