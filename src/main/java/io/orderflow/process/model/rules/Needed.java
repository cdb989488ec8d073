package io.orderflow.process.model.rules;

import io.orderflow.process.OrderMessage;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.util.StringUtils;

/**
 * An element that the application needs in one of its own processes, by its id, because it tells the element something,
 * looks for waiting orders there, or relies on what happens there.
 *
 * @param process the id of the process
 * @param kind what the element must be
 * @param id the id of the element, on which the application and running orders rely
 * @param loss the harm if the element were missing
 */
record Needed(String process, Kind kind, String id, String loss) {

    /** The kinds of elements that the application needs. */
    enum Kind {
        /** A service task that calls the delegate of its own name. */
        STEP(
                "a step that calls the application",
                node -> node instanceof ServiceTask && Diagram.step(node).equals(Optional.of(stepOf(node.getId())))),
        /** A receive task that waits without a message. */
        WAIT("a receive task without a message", node -> node instanceof ReceiveTask task && task.getMessage() == null),
        PERSON("a user task", UserTask.class::isInstance),
        TABLE("a task that asks a decision table", BusinessRuleTask.class::isInstance),
        CALL(
                "a call of the process SettleRefund",
                node -> node instanceof CallActivity call && Needed.SETTLE_REFUND.equals(call.getCalledElement())),
        TELL(
                "an event that tells the customer",
                node -> Diagram.definition(node, MessageEventDefinition.class)
                        .flatMap(Diagram::step)
                        .filter("notifyCustomer"::equals)
                        .isPresent());

        private final String word;
        private final Predicate<FlowNode> form;

        Kind(String word, Predicate<FlowNode> form) {
            this.word = word;
            this.form = form;
        }

        boolean is(FlowNode node) {
            return form.test(node);
        }

        @Override
        public String toString() {
            return word;
        }
    }

    static final String ORDER = ProcessKey.ORDER.inDiagram();
    static final String RETURN = ProcessKey.RETURN.inDiagram();
    static final String SETTLE_REFUND = ProcessKey.SETTLE_REFUND.inDiagram();
    static final String RESOLVE_CASE = ProcessKey.RESOLVE_CASE.inDiagram();
    static final Set<String> PROCESSES = Set.copyOf(ProcessKey.all());

    /** The messages that the application sends, and the process that receives each. */
    static final Map<String, String> MESSAGES = Map.of(
            OrderMessage.EVERYTHING_RETURNED.inDiagram(), ORDER,
            OrderMessage.DELIVERED_AFTER_ALL.inDiagram(), ORDER,
            OrderMessage.RETURN_REQUESTED.inDiagram(), RETURN,
            OrderMessage.GOODS_RETURNED.inDiagram(), RETURN);

    /** The error codes with which each delegate may refuse. */
    static final Map<String, Set<String>> REFUSALS = Map.of(
            "reserveStock", Set.of(Refusal.OUT_OF_STOCK.name()),
            "useCoupon", Set.of(Refusal.COUPON_NOT_USABLE.name()),
            "confirmReservation", Set.of(Refusal.OUT_OF_STOCK.name()),
            "startPreparation", Set.of(Refusal.CANCELLATION_REQUESTED.name()));

    private static final String TABLE = """
            Order|STEP Task_ReserveStock|orders would be placed without stock being reserved for them
            Order|STEP Task_RejectOrder|an order that cannot be supplied would stay open for ever
            Order|WAIT Task_AwaitPayment|no customer could pay
            Order|STEP Task_UseCoupon|a coupon could be used as often as somebody likes
            Order|STEP Task_ChargePayment|orders would be shipped that nobody has paid
            Order|WAIT Task_AwaitGateway|the payment gateway's answer would reach no order, and paid orders would stand still
            Order|STEP Task_RetryCharge|nobody would see a payment of which nothing is known
            Order|STEP Task_TakeUpAnswer|an answer of the gateway that could not be taken up at once would be lost
            Order|STEP Task_FailOrder|a declined order would stay open and keep its stock
            Order|STEP Task_ConfirmReservation|paid pieces would stay in stock and be sold to somebody else
            Order|STEP Task_StartPreparation|a customer who cancels while paying would be sent the goods all the same
            Order|TELL Event_PaymentConfirmed|the customer would not be told that the order is paid
            Order|STEP Task_BookShipment|no carrier would be asked, and paid orders would never be shipped
            Order|WAIT Task_AwaitBooking|the carrier's answer to a booking would reach no order
            Order|STEP Task_RetryBooking|nobody would see a parcel that no carrier takes
            Order|WAIT Task_AwaitHandOver|the carrier's message that it has the parcel would reach no order
            Order|STEP Task_CancelShipment|the carrier would deliver what the customer has cancelled and got the money back for
            Order|WAIT Task_AwaitRecall|the carrier's answer to a recall would reach no order
            Order|STEP Task_RetryRecall|nobody would see a parcel that the carrier does not give back
            Order|STEP Task_MarkOrderShipped|a shipped order could still be cancelled
            Order|TELL Event_OrderShipped|the customer would not be told that the parcel is on its way
            Order|WAIT Task_AwaitDelivery|the carrier's message of the delivery would reach no order
            Order|STEP Task_MarkShippingFailed|an order whose parcel is lost would still count as shipped
            Order|TELL Event_ShippingFailed|the customer would not be told that the parcel did not arrive
            Order|PERSON Task_ResolveShippingFailure|nobody would decide about a parcel that did not arrive
            Order|STEP Task_RecordResolution|what a person decides about a failed parcel would have no effect
            Order|STEP Task_WriteOffStock|lost goods would count as stock
            Order|STEP Task_CompleteOrder|a delivered order would never be completed, and its return window never begin
            Order|TELL EndEvent_OrderDelivered|the customer would not be told until when the goods can be returned
            Order|STEP Task_CallOffOrder|a cancelled order would keep its status
            Order|STEP Task_RefundPayment|a customer whose order is called off would not get the money back
            Order|STEP Task_RestoreCoupon|a customer whose order is called off would lose the coupon
            Order|STEP Task_ReleaseStock|the stock of an order that is called off would never be free again
            Order|STEP Task_CloseOrder|nobody would know whether money is still owed to the customer
            Order|WAIT Task_AwaitRefund|the gateway's answer to a refund would reach no order
            Order|CALL CallActivity_SettleRefund|nobody would settle a refund that the gateway refuses
            Order|TELL EndEvent_OrderOutOfStock|the customer would not be told that the order cannot be supplied
            Order|TELL EndEvent_OrderFailed|the customer would not be told that the payment was declined
            Order|TELL EndEvent_OrderRefunded|the customer would not be told of the refund
            Order|TELL EndEvent_OrderCancelled|the customer would not be told that the order is cancelled
            Order|TELL EndEvent_OrderExpired|the customer would not be told that the order has expired
            Order|TELL EndEvent_CouponRefused|the customer would not be told that the coupon could not be used
            Return|STEP Task_GatherReturnFacts|the return policy would have nothing to go by, and no return could begin
            Return|TABLE Task_SuggestDecision|whoever decides about a return would get no suggestion and no due date
            Return|PERSON Task_ApproveReturn|nobody would decide about a return
            Return|STEP Task_RecordDecision|a decision about a return would be kept nowhere
            Return|TELL Event_ReturnAddressTold|the customer would not be told where to send the goods
            Return|PERSON Task_ReceiveGoods|nobody would wait for the goods
            Return|STEP Task_RecordReceipt|a return of which nothing came would stay open
            Return|PERSON Task_InspectReturn|nobody would look at what came back
            Return|STEP Task_RecordInspection|what was accepted would be kept nowhere, and nothing could be refunded
            Return|STEP Task_TakeGoodsBack|accepted goods would not go back into stock
            Return|STEP Task_RefundReturn|the customer would not get the money back
            Return|WAIT Task_AwaitRefund|the gateway's answer to a refund would reach no return
            Return|CALL CallActivity_SettleReturnRefund|nobody would settle a refund that the gateway refuses
            Return|STEP Task_CloseReturn|a refunded return would stay open, and no other one of that order could begin
            Return|STEP Task_GiveCouponBack|a customer who gives everything back would lose the coupon
            Return|TELL EndEvent_ReturnRejected|the customer would not be told why the return is rejected
            Return|TELL EndEvent_NothingAccepted|the customer would not be told that nothing was accepted
            Return|TELL EndEvent_ReturnRefunded|the customer would not be told of the refund
            Return|TELL EndEvent_OrderReturned|the customer would not be told of the refund
            SettleRefund|PERSON Task_SettleRefund|nobody would settle a refund that the gateway refuses
            SettleRefund|STEP Task_RecordSettlement|how a refund was settled would be kept nowhere, and the money stay owed
            SettleRefund|STEP Task_RetryRefund|the gateway would not be asked again for the refund
            SettleRefund|WAIT Task_AwaitRefund|the gateway's answer to a refund would reach nobody
            ResolveCase|PERSON Task_ResolveCase|nobody would decide about an order that got stuck
            ResolveCase|STEP Task_RecordCaseResolution|what a person decides about a case would have no effect
            ResolveCase|STEP Task_ResumeOrder|a stuck order could not go on
            ResolveCase|STEP Task_CancelShipment|the carrier would deliver what is given back
            ResolveCase|WAIT Task_AwaitRecall|the carrier's answer to a recall would reach no case
            ResolveCase|STEP Task_RetryRecall|nobody would see a parcel that the carrier does not give back
            ResolveCase|STEP Task_CallOffOrder|an order that is given up would keep its status
            ResolveCase|STEP Task_RefundPayment|the customer would not get the money back
            ResolveCase|STEP Task_RestoreCoupon|the customer would lose the coupon
            ResolveCase|STEP Task_ReleaseStock|the order's stock would never be free again
            ResolveCase|STEP Task_CloseOrder|nobody would know whether money is still owed to the customer
            ResolveCase|WAIT Task_AwaitRefund|the gateway's answer to a refund would reach no case
            ResolveCase|CALL CallActivity_SettleRefund|nobody would settle a refund that the gateway refuses
            ResolveCase|TELL Event_OrderCancelled|the customer would not be told that the order is cancelled
            ResolveCase|TELL Event_OrderRefunded|the customer would not be told of the refund
            ResolveCase|STEP Task_CloseCase|a resolved case would stay open
            """;

    static final List<Needed> ALL = TABLE.lines().map(Needed::read).toList();

    private static Needed read(String line) {
        String[] parts = line.split("\\|");
        String[] element = parts[1].split(" ");
        return new Needed(parts[0], Kind.valueOf(element[0]), element[1], parts[2]);
    }

    static Stream<Needed> of(String process) {
        return ALL.stream().filter(needed -> needed.process().equals(process));
    }

    /** Returns the ids at which the application looks for waiting orders. */
    static Set<String> waits() {
        return ALL.stream()
                .filter(needed -> needed.kind() == Kind.WAIT)
                .map(Needed::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the name of the delegate that a task of this id calls. */
    static String stepOf(String id) {
        return StringUtils.uncapitalize(Diagram.idWithoutPrefix(id));
    }

    /** Returns the label, such as {@code Reserve stock}. */
    String label() {
        return StringUtils.capitalize(Diagram.idWithoutPrefix(id)
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT));
    }
}
