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
record Harmful(String what, String file, UnaryOperator<String> change, String place, String loss) {

    static Stream<Harmful> all() {
        return Stream.of(steps(), names(), errors(), references()).flatMap(List::stream);
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

    // ---- how a file is changed

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
    ModelFile changed() {
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
