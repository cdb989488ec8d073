package io.orderflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.process.UndoneOrders.Run;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Refund, coupon, stock: in this order each time, even where the links of the chain share one transaction and one
 * millisecond. The save points of the diagram would hide what the engine makes of the chain itself, so they are taken
 * out of a copy of it here.
 */
@Tag("database")
class UndoChainTests {

    private static final int RUNS = 1000;
    private static final List<String> IN_ORDER =
            List.of("Task_RefundPayment", "Task_RestoreCoupon", "Task_ReleaseStock");

    static UndoneOrders orders;

    @BeforeAll
    static void startEngine() {
        orders = new UndoneOrders();
    }

    @AfterAll
    static void stopEngine() {
        orders.close();
    }

    @Test
    void undoesInOrderWhenTheWholeOrderIsOneTransaction() {
        String process = orders.deploy(model -> payAtOnce(model));

        List<Run> runs = runs(() -> orders.cancelledDuringPayment(process));

        assertThat(runs)
                .hasSize(RUNS)
                .allSatisfy(run -> assertThat(run.undone()).isEqualTo(IN_ORDER))
                .extracting(Run::end)
                .containsOnly("EndEvent_OrderRefunded");
    }

    @Test
    void undoesInOrderWhenTheChainIsOneTransaction() {
        String process = orders.deploy(model -> {});

        List<Run> runs = runs(() -> orders.cancelledInPreparation(process));

        assertThat(runs)
                .hasSize(RUNS)
                .allSatisfy(run -> assertThat(run.undone()).isEqualTo(IN_ORDER))
                .extracting(Run::end)
                .containsOnly("EndEvent_OrderRefunded");
    }

    /** Why the chain names one step per link: the test would see it if it did not. */
    @Test
    void oneThrowForAllKeepsNoOrder() {
        String process = orders.deploy(model -> {
            payAtOnce(model);
            throwOnceForAll(model);
        });

        List<Run> runs = runs(() -> orders.cancelledDuringPayment(process));

        assertThat(runs)
                .allSatisfy(run -> assertThat(run.undone()).hasSameElementsAs(IN_ORDER))
                .anySatisfy(run -> assertThat(run.undone()).isNotEqualTo(IN_ORDER));
    }

    @Test
    void swappedLinksSwapTheUndo() {
        String process = orders.deploy(model -> {
            payAtOnce(model);
            undoing(model, "CompensateEventDefinition_PaymentRefunded", "Task_ReserveStock");
            undoing(model, "CompensateEventDefinition_StockReleased", "Task_ChargePayment");
        });

        Run run = orders.cancelledDuringPayment(process);

        assertThat(run.undone()).containsExactly("Task_ReleaseStock", "Task_RestoreCoupon", "Task_RefundPayment");
    }

    private static List<Run> runs(Supplier<Run> order) {
        return IntStream.range(0, RUNS).mapToObj(i -> order.get()).toList();
    }

    /** Leads past every place where an order waits, so that it comes and goes in one transaction. */
    private static void payAtOnce(BpmnModelInstance model) {
        lead(model, "Flow_ReserveStock_AwaitPayment", "Task_UseCoupon");
    }

    private static void throwOnceForAll(BpmnModelInstance model) {
        CompensateEventDefinition all = model.getModelElementById("CompensateEventDefinition_PaymentRefunded");
        all.removeAttribute("activityRef");
        lead(model, "Flow_PaymentRefunded_CouponRestored", "Gateway_EverythingGivenBack");
    }

    private static void lead(BpmnModelInstance model, String flow, String target) {
        SequenceFlow lead = model.getModelElementById(flow);
        FlowNode to = model.getModelElementById(target);
        lead.getTarget().getIncoming().remove(lead);
        lead.setTarget(to);
        to.getIncoming().add(lead);
    }

    private static void undoing(BpmnModelInstance model, String definition, String activity) {
        CompensateEventDefinition link = model.getModelElementById(definition);
        link.setActivity(model.getModelElementById(activity));
    }
}
