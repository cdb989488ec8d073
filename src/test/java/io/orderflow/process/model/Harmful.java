package io.orderflow.process.model;

import io.orderflow.OneTask;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What an analyst may do to our own files with the best of intentions, and what the refusal must say.
 *
 * @param what the change
 * @param file the changed file's name
 * @param change what becomes of its text
 * @param place label of the element that the refusal names
 * @param loss what the refusal says would happen
 */
public record Harmful(String what, String file, UnaryOperator<String> change, String place, String loss) {

    public static Stream<Harmful> all() {
        return Stream.of(
                        steps(),
                        names(),
                        errors(),
                        references(),
                        ways(),
                        undo(),
                        savePoints(),
                        forgotten(),
                        once(),
                        times(),
                        people(),
                        forms(),
                        told(),
                        table())
                .flatMap(List::stream);
    }

    // ---- steps that the application needs

    private static List<Harmful> steps() {
        return List.of(
                order(
                        "a step that there is not",
                        "${reserveStock}",
                        "${reserveStocks}",
                        "Reserve stock",
                        "Every order that gets there would fail"),
                without("Order", "Task_ReserveStock", "Reserve stock", "without stock being reserved"),
                without("Order", "Task_ChargePayment", "Charge payment", "shipped that nobody has paid"),
                without("Order", "Task_ConfirmReservation", "Confirm reservation", "sold to somebody else"),
                without("Order", "Task_CompleteOrder", "Complete order", "never be completed"),
                without("Order", "Task_WriteOffStock", "Write off stock", "count as stock"),
                without("Return", "Task_TakeGoodsBack", "Take goods back", "not go back into stock"),
                without("Return", "Task_RefundReturn", "Refund return", "not get the money back"),
                without("ResolveCase", "Task_ReleaseStock", "Release stock", "never be free again"),
                without("SettleRefund", "Task_RecordSettlement", "Record settlement", "money stay owed"),
                without("Order", "Task_AwaitPayment", "Await payment", "no customer could pay"),
                without("Order", "Event_OrderShipped", "Order shipped", "not be told"),
                order(
                        "another step under a known id",
                        "${completeOrder}",
                        "${callOffOrder}",
                        "Complete order",
                        "never be completed"),
                order("another id", "Task_AwaitDelivery", "Task_AwaitDelivered", "Await delivery", "reach no order"),
                order(
                        "nothing told at the end",
                        "(?s)<bpmn:messageEventDefinition id=\"MessageEventDefinition_OrderRefunded\".*?</bpmn:messageEventDefinition>",
                        "",
                        "Order refunded",
                        "not be told of the refund"),
                order(
                        "a step cut off",
                        "<bpmn:sequenceFlow id=\"Flow_OutOfStock_RejectOrder\"[^>]*/>",
                        "",
                        "Reject order",
                        "no way leads here"),
                edited(
                        "a wait for a message",
                        "Return",
                        text -> text.replace(
                                "<bpmn:receiveTask id=\"Task_AwaitRefund\"",
                                "<bpmn:receiveTask messageRef=\"Message_GoodsReturned\" id=\"Task_AwaitRefund\""),
                        "Await refund",
                        "reach no return"),
                edited(
                        "everything but one task",
                        "Order",
                        text -> OneTask.model("Order"),
                        "Charge payment",
                        "shipped that nobody has paid"));
    }

    private static List<Harmful> names() {
        return List.of(
                order("not executable", "isExecutable=\"true\"", "isExecutable=\"false\"", "Order", "in force"),
                order(
                        "another message",
                        "name=\"DeliveredAfterAll\"",
                        "name=\"Delivered\"",
                        "Order",
                        "nothing catches the message “DeliveredAfterAll”"),
                foreign(
                        "a message of ours",
                        "<message id=\"M\" name=\"GoodsReturned\"/>",
                        "<intermediateCatchEvent id=\"Event_1\" name=\"Goods there\">"
                                + "<messageEventDefinition messageRef=\"M\"/></intermediateCatchEvent>",
                        "Goods there",
                        "ambiguous"),
                foreign(
                        "a wait of ours",
                        "",
                        "<receiveTask id=\"Task_AwaitDelivery\" name=\"Wait\"/>",
                        "Wait",
                        "would take this for one"));
    }

    private static List<Harmful> errors() {
        return List.of(
                without("Order", "Event_OutOfStock", "Reserve stock", "nothing catches its refusal OUT_OF_STOCK"),
                order(
                        "another error",
                        "(id=\"ErrorEventDefinition_CouponNotUsable\") errorRef=\"Error_CouponNotUsable\"",
                        "$1 errorRef=\"Error_OutOfStock\"",
                        "Use coupon",
                        "nothing catches its refusal COUPON_NOT_USABLE"),
                order(
                        "another code",
                        "errorCode=\"CANCELLATION_REQUESTED\"",
                        "errorCode=\"CANCELLED\"",
                        "Start preparation",
                        "nothing catches its refusal CANCELLATION_REQUESTED"),
                without("Order", "Event_EverythingReturned", "Everything returned", "is no reason to call one off"));
    }

    private static List<Harmful> references() {
        return List.of(
                order(
                        "a form that there is not",
                        "camunda:formRef=\"ResolveShippingFailure\"",
                        "camunda:formRef=\"Resolve\"",
                        "Resolve shipping failure",
                        "could not complete it"),
                edited(
                        "a table that there is not",
                        "Return",
                        text -> text.replace("camunda:decisionRef=\"ReturnPolicy\"", "camunda:decisionRef=\"Policy\""),
                        "Suggest decision",
                        "every order that gets there would fail"),
                edited(
                        "a process that there is not",
                        "ResolveCase",
                        text -> text.replace(
                                "calledElement=\"SettleRefund\" camunda:calledElementBinding=\"deployment\"",
                                "calledElement=\"Settle\" camunda:calledElementBinding=\"latest\""),
                        "Settle refund",
                        "every order that gets there would fail"));
    }

    // ---- where orders go

    private static List<Harmful> ways() {
        return List.of(
                order(
                        "a condition turned round",
                        "${chargeStatus == 'APPROVED'}",
                        "${chargeStatus != 'APPROVED'}",
                        "Charged?",
                        "with chargeStatus=APPROVED the way no longer leads to “Confirm reservation”"),
                order(
                        "a condition with a not",
                        "${handOver == 'HANDED_OVER'}",
                        "${handOver ne 'HANDED_OVER'}",
                        "Handed over?",
                        "no longer leads to “Mark order shipped”"),
                order(
                        "another value",
                        "${payment == 'SUBMITTED'}",
                        "${payment == 'SUBMITED'}",
                        "Payment submitted?",
                        "a coupon could be used as often as somebody likes"),
                order(
                        "no default",
                        " default=\"Flow_WhichResult_OrderCancelled\"",
                        "",
                        "Which result?",
                        "nobody would settle a refund"),
                order(
                        "another default",
                        "default=\"Flow_Charged_AwaitGateway\"",
                        "default=\"Flow_Charged_FailOrder\"",
                        "Charged?",
                        "a declined order would stay open"),
                redirected("Order", "Flow_UseCoupon_ChargePayment", "Task_ConfirmReservation", "Use coupon", "paid"),
                redirected(
                        "Order",
                        "Flow_StartPreparation_PaymentConfirmed",
                        "Task_CompleteOrder",
                        "Start preparation",
                        "orders would be completed that nobody has received"),
                redirected(
                        "Order",
                        "Flow_ConfirmReservation_StartPreparation",
                        "Task_ChargePayment",
                        "Confirm reservation",
                        "charged twice"),
                redirected("Order", "Flow_FailOrder_CouponGivenBack", "EndEvent_OrderFailed", "Fail order", "coupon"),
                redirected(
                        "Order",
                        "Flow_CouponRestored_StockReleased",
                        "Gateway_EverythingGivenBack",
                        "Coupon restored",
                        "never be free again"),
                redirected(
                        "Return",
                        "Flow_GoodsCame_GoodsBack",
                        "Task_TakeGoodsBack",
                        "Goods came?",
                        "counted as stock that nobody has inspected"),
                redirected(
                        "ResolveCase",
                        "Flow_CallOffOrder_RefundPayment",
                        "Task_RestoreCoupon",
                        "Call off order",
                        "not get the money back"),
                edited(
                        "the answers of a person swapped",
                        "Return",
                        text -> text.replace("returnDecision == 'APPROVE'", "returnDecision == 'REJECT'"),
                        "Return approved?",
                        "with returnDecision=APPROVE"));
    }

    private static List<Harmful> undo() {
        return List.of(
                edited(
                        "an undo of nothing",
                        "Order",
                        text -> text.replaceFirst(
                                "(CompensateEventDefinition_PaymentRefunded\" waitForCompletion=\"true\") activityRef=\"[^\"]*\"",
                                "$1"),
                        "Payment refunded",
                        "no longer undoes “Charge payment”"),
                edited(
                        "an undo in another order",
                        "Order",
                        text -> text.replaceFirst(
                                "(_CouponRestored\" waitForCompletion=\"true\" activityRef=\")Task_UseCoupon",
                                "$1Task_ReserveStock"),
                        "Coupon restored",
                        "lose the coupon"),
                edited(
                        "an undo that is not waited for",
                        "Order",
                        text -> text.replaceFirst("(_StockReleased\" waitForCompletion=)\"true\"", "$1\"false\""),
                        "Stock released",
                        "never be free again"),
                order(
                        "an undo bound to nothing",
                        "<bpmn:association id=\"Association_RefundPayment\"[^>]*/>",
                        "",
                        "Charge payment",
                        "not get the money back"),
                edited(
                        "an undo of another step",
                        "Order",
                        text -> text.replaceFirst(
                                "(Event_UndoReserveStock\" targetRef=)\"Task_ReleaseStock\"",
                                "$1\"Task_RestoreCoupon\""),
                        "Reserve stock",
                        "no longer undone by “Release stock”"),
                without("Order", "Event_UndoUseCoupon", "Use coupon", "lose the coupon"),
                edited(
                        "a reminder that ends its task",
                        "Order",
                        text -> text.replace(" cancelActivity=\"false\"", ""),
                        "Resolution overdue",
                        "nobody would be reminded"),
                edited(
                        "a way out of a wait",
                        "Order",
                        text -> text.replace(
                                "<bpmn:sequenceFlow id=\"Flow_OrderPlaced_ReserveStock\"",
                                "<bpmn:boundaryEvent id=\"Event_Late\" name=\"Too late\" attachedToRef=\"Task_AwaitGateway\">"
                                        + "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration>"
                                        + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                        + "<bpmn:sequenceFlow id=\"Flow_Late\" sourceRef=\"Event_Late\""
                                        + " targetRef=\"Event_CalledOffAfterPaymentSubmitted\" />"
                                        + "<bpmn:sequenceFlow id=\"Flow_OrderPlaced_ReserveStock\""),
                        "Too late",
                        "still under way"));
    }

    private static List<Harmful> savePoints() {
        return List.of(
                edited(
                        "no save point",
                        "Order",
                        text -> text.replaceFirst("(name=\"Payment refunded\") camunda:asyncBefore=\"true\"", "$1"),
                        "Payment refunded",
                        "no save point any more"),
                edited(
                        "no save point before what fails on purpose",
                        "Order",
                        text -> text.replaceFirst("(\\$\\{retryCharge}\") camunda:asyncBefore=\"true\"", "$1"),
                        "Retry charge",
                        "fails on purpose"),
                edited(
                        "an answer before anything is done",
                        "Order",
                        text -> text.replace(
                                "id=\"Task_ReserveStock\"", "id=\"Task_ReserveStock\" camunda:asyncBefore=\"true\""),
                        "Reserve stock",
                        "told that it is done when nothing is"),
                edited(
                        "a person who hears of no refusal",
                        "Return",
                        text -> text.replace(
                                "id=\"Task_RecordDecision\"",
                                "id=\"Task_RecordDecision\" camunda:asyncBefore=\"true\""),
                        "Record decision",
                        "told that it is done when nothing is"));
    }

    /** The engine keeps what a step tells no longer than a transaction. */
    private static List<Harmful> forgotten() {
        String flow = "id=\"Flow_BookShipment_BookingAsked\" sourceRef=\"Task_BookShipment\"";
        String book = "id=\"Task_BookShipment\"";
        return List.of(
                order(
                        "a save point behind a step that tells something",
                        book,
                        book + " camunda:asyncAfter=\"true\"",
                        "Book shipment",
                        "is not kept over a save point"),
                order(
                        "a save point before the gateway that reads it",
                        "id=\"Gateway_Booked\"",
                        "id=\"Gateway_Booked\" camunda:asyncBefore=\"true\"",
                        "Booked?",
                        "is not kept over a save point"),
                order(
                        "a person before the gateway that reads it",
                        "<bpmn:sequenceFlow " + flow + " targetRef=\"Gateway_BookingAsked\" />",
                        "<bpmn:userTask id=\"Task_New\" name=\"Look\" camunda:candidateGroups=\"ops\" camunda:dueDate=\"P1D\" />"
                                + "<bpmn:sequenceFlow " + flow + " targetRef=\"Task_New\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_New\" sourceRef=\"Task_New\" targetRef=\"Gateway_BookingAsked\" />",
                        "Look",
                        "is not kept over a save point"));
    }

    private static List<Harmful> once() {
        return List.of(
                edited(
                        "a charge for each",
                        "Order",
                        text -> text.replace(
                                "<bpmn:outgoing>Flow_ChargePayment_ChargeAsked</bpmn:outgoing>",
                                "<bpmn:outgoing>Flow_ChargePayment_ChargeAsked</bpmn:outgoing>"
                                        + "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2"
                                        + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                        "Charge payment",
                        "charged twice"),
                between(
                        "a second charge",
                        "<bpmn:serviceTask id=\"Task_New\" name=\"Charge again\""
                                + " camunda:delegateExpression=\"${chargePayment}\" />",
                        "Charge again",
                        "charged twice"),
                between(
                        "a wait of nobody",
                        "<bpmn:receiveTask id=\"Task_New\" name=\"Await stamp\" />",
                        "Await stamp",
                        "nobody ends this wait"),
                edited(
                        "two ways at once",
                        "Order",
                        text -> text.replace(
                                "<bpmn:sequenceFlow id=\"Flow_OrderPlaced_ReserveStock\"",
                                "<bpmn:sequenceFlow id=\"Flow_Again\" sourceRef=\"Task_UseCoupon\""
                                        + " targetRef=\"Task_ChargePayment\" />"
                                        + "<bpmn:sequenceFlow id=\"Flow_OrderPlaced_ReserveStock\""),
                        "Use coupon",
                        "done twice"));
    }

    // ---- times and people

    private static List<Harmful> times() {
        return List.of(
                cycle("a reminder each second", "R/PT1S", "too short"),
                cycle("a reminder every second year", "R/P24M", "too long"),
                cycle("months for minutes", "R/P30M", "P30M are months; PT30M are minutes"),
                cycle("no reminder", "R0/P1D", "from once to"),
                between(
                        "a wait of no time",
                        timer("<bpmn:timeDuration>PT0S</bpmn:timeDuration>"),
                        "Cool down",
                        "too short"),
                between(
                        "a date that has passed",
                        timer("<bpmn:timeDate>2020-01-01T00:00:00</bpmn:timeDate>"),
                        "Cool down",
                        "has passed"),
                between(
                        "a cycle without end",
                        timer("<bpmn:timeCycle>R/PT1H</bpmn:timeCycle>"),
                        "Cool down",
                        "goes on for ever"),
                order("retries for ever", ">R1/PT1S<", ">R999/PT1S<", "Retry charge", "from once to 50 times"),
                order("a retry in a month", ">R1/PT1S<", ">R3/P10M<", "Retry charge", "too long"),
                order(
                        "no history",
                        "historyTimeToLive=\"P180D\"",
                        "historyTimeToLive=\"P0D\"",
                        "Order",
                        "could not be looked up"));
    }

    private static List<Harmful> people() {
        return List.of(
                task(
                        "a task for customers",
                        "candidateGroups=\"ops\"",
                        "candidateGroups=\"customer\"",
                        "customers would see"),
                task(
                        "a task for customers too",
                        "candidateGroups=\"ops\"",
                        "candidateGroups=\"ops,customer\"",
                        "customers would see"),
                task("a task for nobody", "candidateGroups=\"ops\"", "candidateGroups=\"opps\"", "wait for ever"),
                task("a task without a group", "camunda:candidateGroups=\"ops\"", "", "nobody is asked"),
                task("due at once", "dueDate=\"P1D\"", "dueDate=\"PT0S\"", "too short"),
                task("due in a year", "dueDate=\"P1D\"", "dueDate=\"P1Y\"", "too long"),
                task("due last year", "dueDate=\"P1D\"", "dueDate=\"2020-01-01T00:00:00\"", "has passed"),
                task("first of all", "priority=\"70\"", "priority=\"7000\"", "above or below all others"));
    }

    private static List<Harmful> forms() {
        return List.of(
                form(
                        "an answer renamed",
                        "ApproveReturn",
                        "\"REJECT\"",
                        "\"REFUSE\"",
                        "Your decision",
                        "means nothing"),
                form(
                        "an answer taken out",
                        "SettleRefund",
                        "\"value\": \"RETRY\"",
                        "\"value\": \"SETTLED_OUTSIDE\"",
                        "How to settle it",
                        "can no longer be given"),
                form(
                        "a text for a truth",
                        "ReceiveGoods",
                        "\"value\": false",
                        "\"value\": \"false\"",
                        "Your answer",
                        "can no longer be given"),
                form(
                        "a field renamed",
                        "ApproveReturn",
                        "\"key\": \"decisionReason\"",
                        "\"key\": \"reason\"",
                        "Approve return",
                        "the field “decisionReason” is on the form 0 times"),
                form(
                        "a bank account",
                        "SettleRefund",
                        "\"components\": [",
                        "\"components\": [{\"type\": \"textfield\", \"id\": \"N\", \"key\": \"bankAccount\", \"label\": \"Account\"},",
                        "Account",
                        "nobody could complete the task"),
                form(
                        "a condition turned round",
                        "ResolveShippingFailure",
                        "=resolution != \\\"SHIP_AGAIN\\\"",
                        "=resolution = \\\"SHIP_AGAIN\\\"",
                        "Recipient",
                        "could not be completed with that answer"),
                form(
                        "a condition taken away",
                        "ReceiveGoods",
                        "\"hide\": \"=received = true\"",
                        "\"hide\": \"\"",
                        "Why nothing came",
                        "whatever the answer is"),
                form(
                        "choices of one's own",
                        "ResolveCase",
                        "\"valuesKey\": \"outcomeChoices\"",
                        "\"valuesKey\": \"choices\"",
                        "How to resolve it",
                        "are not shown"),
                task("no form", "camunda:formRef=\"ResolveShippingFailure\"", "", "it has no form"));
    }

    private static List<Harmful> told() {
        return List.of(
                order(
                        "a topic without words",
                        ">order-confirmed<",
                        ">order-conformed<",
                        "Payment confirmed",
                        "there are no words for the topic"),
                order(
                        "another called process",
                        "calledElement=\"SettleRefund\"",
                        "calledElement=\"ResolveCase\"",
                        "Settle refund",
                        "this is not a call of the process SettleRefund any more"),
                between(
                        "a phone number kept",
                        "<bpmn:userTask id=\"Task_New\" name=\"Call\" camunda:candidateGroups=\"ops\"><bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"call\">${phone}</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:userTask>",
                        "Call",
                        "belongs to a person"),
                between(
                        "a form of ours on another task",
                        "<bpmn:userTask id=\"Task_New\" name=\"Call\" camunda:candidateGroups=\"ops\" camunda:formRef=\"SettleRefund\" camunda:formRefBinding=\"deployment\" />",
                        "Call",
                        "that the application uses itself"));
    }

    private static List<Harmful> table() {
        return List.of(
                table(
                        "an input that no return has",
                        "<text>returnAmount</text>",
                        "<text>amount</text>",
                        "Return policy",
                        "which no return has"),
                table(
                        "an output renamed",
                        "name=\"due\"",
                        "name=\"within\"",
                        "Return policy",
                        "no longer answers “due”"),
                table(
                        "a suggestion nobody knows",
                        "<text>\"APPROVE\"</text>",
                        "<text>\"ACCEPT\"</text>",
                        "Return policy, rule 2",
                        "nobody knows"),
                table(
                        "months for minutes",
                        "<text>\"P1D\"</text>",
                        "<text>\"P30M\"</text>",
                        "Return policy, rule 1",
                        "PT30M are minutes"),
                table(
                        "a due date that is none",
                        "<text>\"P2D\"</text>",
                        "<text>\"two days\"</text>",
                        "Return policy, rule 4",
                        "is no duration"),
                table(
                        "a reason that there is not",
                        "<text>\"CHANGE_OF_MIND\"</text>",
                        "<text>\"CHANGED_MIND\"</text>",
                        "Return policy, rule 4",
                        "is never"),
                table(
                        "a hit policy for one",
                        "hitPolicy=\"FIRST\"",
                        "hitPolicy=\"UNIQUE\"",
                        "Return policy, rule 6",
                        "allows one only"),
                edited(
                                "no last rule",
                                "ReturnPolicy",
                                text -> text.replaceFirst("(?s)<rule id=\"Rule_6\">.*?</rule>", ""),
                                "Return policy",
                                "no rule answers a return")
                        .in("ReturnPolicy.dmn"),
                edited(
                                "the last rule first",
                                "ReturnPolicy",
                                text -> text.replaceFirst(
                                        "(?s)(<rule id=\"Rule_1\">.*?)(<rule id=\"Rule_6\">.*?</rule>)", "$2$1"),
                                "Return policy, rule 2",
                                "counts for no return")
                        .in("ReturnPolicy.dmn"));
    }

    private static Harmful table(String what, String from, String to, String place, String loss) {
        return new Harmful("table: " + what, "ReturnPolicy.dmn", text -> text.replace(from, to), place, loss);
    }

    private Harmful in(String other) {
        return new Harmful(what, other, change, place, loss);
    }

    private static Harmful form(String what, String form, String from, String to, String place, String loss) {
        return new Harmful("form: " + what, form + ".form", text -> text.replace(from, to), place, loss);
    }

    private static Harmful task(String what, String from, String to, String loss) {
        return order(what, from, to, "Resolve shipping failure", loss);
    }

    private static Harmful cycle(String what, String cycle, String loss) {
        return order(what, ">R/P1D<", ">" + cycle + "<", "Resolution overdue", loss);
    }

    private static String timer(String time) {
        return "<bpmn:intermediateCatchEvent id=\"Task_New\" name=\"Cool down\"><bpmn:timerEventDefinition>" + time
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
    }

    // ---- how a file is changed

    private static Harmful redirected(String process, String flow, String target, String place, String loss) {
        return edited(
                flow + " to " + target,
                process,
                text -> text.replaceFirst("(id=\"" + flow + "\"[^>]* targetRef=)\"[^\"]*\"", "$1\"" + target + "\""),
                place,
                loss);
    }

    /** Between "Use coupon" and "Charge payment". */
    static Harmful between(String what, String element, String place, String loss) {
        return edited(what, "Order", text -> between(text, element), place, loss);
    }

    static String between(String text, String element) {
        return text.replaceFirst("(id=\"Flow_UseCoupon_ChargePayment\"[^>]* targetRef=)\"[^\"]*\"", "$1\"Task_New\"")
                .replace(
                        "<bpmn:sequenceFlow id=\"Flow_OrderPlaced_ReserveStock\"",
                        element + "<bpmn:sequenceFlow id=\"Flow_New\" sourceRef=\"Task_New\""
                                + " targetRef=\"Task_ChargePayment\" /><bpmn:sequenceFlow id=\"Flow_OrderPlaced_ReserveStock\"");
    }

    private static Harmful order(String what, String from, String to, String place, String loss) {
        return edited(
                what,
                "Order",
                text -> from.contains("(") || from.contains("[") ? text.replaceAll(from, to) : text.replace(from, to),
                place,
                loss);
    }

    private static Harmful edited(
            String what, String process, UnaryOperator<String> change, String place, String loss) {
        return new Harmful(what, process + ".bpmn", change, place, loss);
    }

    /** A process of an analyst's own beside ours. */
    private static Harmful foreign(String what, String definitions, String elements, String place, String loss) {
        return new Harmful("foreign: " + what, "Own.bpmn", text -> """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    targetNamespace="t">
                  %s<process id="Own" name="Own" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
                </definitions>""".formatted(definitions, elements), place, loss);
    }

    /** The element taken out, and what came before it led to what comes behind it. */
    private static Harmful without(String process, String id, String place, String loss) {
        return edited(
                "without " + id,
                process,
                model(changed -> takeOut(changed, changed.getModelElementById(id))),
                place,
                loss);
    }

    private static void takeOut(BpmnModelInstance model, FlowNode node) {
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> node.equals(event.getAttachedTo()))
                .toList()
                .forEach(event -> takeOut(model, event));
        model.getModelElementsByType(Association.class).stream()
                .filter(arrow -> Set.of(arrow.getSource(), arrow.getTarget()).contains(node))
                .toList()
                .forEach(Harmful::remove);
        FlowNode next = node.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .findFirst()
                .orElse(null);
        for (SequenceFlow flow : List.copyOf(node.getIncoming())) {
            if (next == null) {
                remove(flow);
            } else {
                flow.setTarget(next);
                next.getIncoming().add(flow);
            }
        }
        List.copyOf(node.getOutgoing()).forEach(Harmful::remove);
        remove(node);
    }

    private static void remove(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }

    private static UnaryOperator<String> model(Consumer<BpmnModelInstance> change) {
        return text -> {
            BpmnModelInstance model =
                    Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            change.accept(model);
            return Bpmn.convertToString(model);
        };
    }

    /** Our own files with the change. */
    List<ModelFile> files() {
        Collection<ModelFile> ours = Harmless.ours();
        if (ours.stream().noneMatch(one -> one.name().equals(file))) {
            return Stream.concat(ours.stream(), Stream.of(changed(new ModelFile(file, new byte[0]))))
                    .toList();
        }
        return ours.stream()
                .map(one -> one.name().equals(file) ? changed(one) : one)
                .toList();
    }

    /** The changed file alone. */
    public ModelFile changed() {
        return files().stream()
                .filter(one -> one.name().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private ModelFile changed(ModelFile ours) {
        String text = new String(ours.content(), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        if (changed.equals(text)) {
            throw new IllegalStateException("nothing is changed: " + what);
        }
        return new ModelFile(ours.name(), changed.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return what;
    }
}
