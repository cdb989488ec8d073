package io.orderflow.process.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an analyst may well change in our own files.
 *
 * @param what the change
 * @param file the changed file's name
 * @param from what stands there today, once or several times; empty for a file of its own
 * @param to what stands in its first place then
 */
public record Harmless(String what, String file, String from, String to) {

    private static final String TASK =
            "camunda:candidateGroups=\"ops\" camunda:dueDate=\"P1D\" camunda:priority=\"70\"";
    private static final String BOOK = "id=\"Task_BookShipment\" name=\"Book shipment\"";
    private static final String CYCLE = ">R/P1D</bpmn:timeCycle>";
    private static final String END = "</bpmn:process>";
    private static final String START = "<bpmn:startEvent id=\"StartEvent_OrderPlaced\"";
    private static final String ROOT = "<bpmn:process id=\"Order\"";

    public static Stream<Harmless> all() {
        return Stream.of(attributes(), conditions(), drawing(), between(), elsewhere())
                .flatMap(List::stream);
    }

    private static List<Harmless> attributes() {
        return List.of(
                order("label", BOOK, "id=\"Task_BookShipment\" name=\"Ask the carrier &#38; wait\""),
                order("label in two lines", BOOK, "id=\"Task_BookShipment\" name=\"Book&#10;shipment\""),
                order(
                        "label with a variable",
                        "name=\"Resolve shipping failure\"",
                        "name=\"Resolve failure of ${failureKind}\""),
                order(
                        "documentation about expressions",
                        "<bpmn:documentation>Undo of",
                        "<bpmn:documentation>Calls ${releaseStock}. Undo of"),
                order(
                        "due date by a variable",
                        TASK,
                        "camunda:candidateGroups=\"ops\" camunda:dueDate=\"${due}\" "
                                + "camunda:priority=\"${urgency}\""),
                order(
                        "due date and follow-up",
                        TASK,
                        "camunda:candidateGroups=\"ops,support\" "
                                + "camunda:dueDate=\"PT12H\" camunda:followUpDate=\"2026-12-01T09:00:00\""),
                order(
                        "assignee",
                        TASK,
                        "camunda:assignee=\"${owner}\" camunda:candidateUsers=\"ops, kim@shop.example\""),
                order("priority of jobs", BOOK, BOOK + " camunda:jobPriority=\"10\""),
                order("template taken off", BOOK + " camunda:modelerTemplate=\"io.orderflow.BookShipment\"", BOOK),
                order("version of a template", BOOK, BOOK + " camunda:modelerTemplateVersion=\"1\""),
                order(
                        "save point behind a step",
                        "id=\"Event_PaymentConfirmed\"",
                        "id=\"Event_PaymentConfirmed\" camunda:asyncAfter=\"true\" camunda:exclusive=\"true\""),
                order(
                        "history",
                        "camunda:historyTimeToLive=\"P180D\"",
                        "camunda:historyTimeToLive=\"365\" camunda:versionTag=\"7\""),
                order("retries", "R1/PT1S", "PT10S,PT1M,PT10M"),
                order("wait of retries", "R1/PT1S", "R5/PT2M"),
                order("message to the customer", ">order-shipped<", ">order-delivered<"),
                order("timer", CYCLE, ">R/P1DT12H</bpmn:timeCycle>"),
                order("timer by a variable", CYCLE, ">${patience}</bpmn:timeCycle>"),
                order(
                        "written by another tool",
                        "id=\"Definitions_Order\"",
                        "id=\"Definitions_Order\" expressionLanguage=\"http://www.w3.org/1999/XPath\" "
                                + "typeLanguage=\"http://www.w3.org/2001/XMLSchema\""));
    }

    private static List<Harmless> conditions() {
        return Stream.of(
                        "${chargeStatus != 'APPROVED'}",
                        "#{ chargeStatus eq \"DECLINED\" }",
                        "${returnAmount > 100000}",
                        "${returnAmount &lt;= -1.5}",
                        "${accepted}",
                        "${!accepted}",
                        "${not empty returnReason}",
                        "${chargeStatus == 'A' &amp;&amp; returnAmount >= 3 or accepted == true}",
                        "${returnReason == null}")
                .map(Harmless::ownCondition)
                .toList();
    }

    private static List<Harmless> drawing() {
        return List.of(
                order(
                        "new task",
                        START,
                        "<bpmn:userTask id=\"Task_Look\" name=\"Look\" "
                                + "camunda:candidateGroups=\"support\" camunda:dueDate=\"P2D\">"
                                + "<bpmn:extensionElements><camunda:properties><camunda:property name=\"team\" value=\"blue\"/>"
                                + "</camunda:properties>"
                                + "</bpmn:extensionElements></bpmn:userTask>" + START),
                order(
                        "new step",
                        START,
                        "<bpmn:serviceTask id=\"Task_Tell\" name=\"Notify customer\" "
                                + "camunda:delegateExpression=\"${notifyCustomer}\">"
                                + "<bpmn:extensionElements><camunda:field name=\"topic\" stringValue=\"order-shipped\"/>"
                                + "<camunda:inputOutput>"
                                + "<camunda:inputParameter name=\"a\"><camunda:list><camunda:value>${returnId}</camunda:value>"
                                + "</camunda:list></camunda:inputParameter>"
                                + "<camunda:outputParameter name=\"b\">Order ${orderNumber}</camunda:outputParameter>"
                                + "</camunda:inputOutput>"
                                + "</bpmn:extensionElements></bpmn:serviceTask>" + START),
                order(
                        "loop",
                        START,
                        "<bpmn:userTask id=\"Task_Each\" name=\"Look at each\">"
                                + "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\""
                                + " camunda:collection=\"parcels\" camunda:elementVariable=\"parcel\"><bpmn:completionCondition>"
                                + "${enough == true}"
                                + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>"
                                + START),
                order(
                        "gateways and waiting",
                        START,
                        "<bpmn:parallelGateway id=\"Gateway_Both\"/><bpmn:inclusiveGateway "
                                + "id=\"Gateway_Some\"/>"
                                + "<bpmn:receiveTask id=\"Task_Hear\" name=\"Hear\" messageRef=\"Message_EverythingReturned\"/>"
                                + "<bpmn:manualTask id=\"Task_Hand\"/>"
                                + "<bpmn:task id=\"Task_None\"/>" + START),
                order(
                        "notes and data",
                        END,
                        "<bpmn:textAnnotation id=\"Note\"><bpmn:text>Mind the gap</bpmn:text>"
                                + "</bpmn:textAnnotation>"
                                + "<bpmn:group id=\"Group_1\"/>" + END),
                order(
                        "data",
                        START,
                        "<bpmn:dataObject id=\"Data_1\"/><bpmn:dataObjectReference id=\"Ref_1\" name=\"Order\""
                                + " dataObjectRef=\"Data_1\"/>" + START),
                order(
                        "pool",
                        ROOT,
                        "<bpmn:collaboration id=\"C\"><bpmn:participant id=\"Participant_Shop\" "
                                + "name=\"Shop\" processRef=\"Order\"/>"
                                + "<bpmn:participant id=\"Participant_Customer\" name=\"Customer\"/></bpmn:collaboration>"
                                + ROOT),
                order(
                        "colours",
                        "<bpmndi:BPMNShape id=\"Task_BookShipment_di\"",
                        "<bpmndi:BPMNShape xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\""
                                + " xmlns:color=\"http://www.omg.org/spec/BPMN/non-normative/color/1.0\" "
                                + "bioc:stroke=\"#0d4372\" bioc:fill=\"#bbdefb\""
                                + " color:background-color=\"#bbdefb\" color:border-color=\"#0d4372\" "
                                + "id=\"Task_BookShipment_di\""));
    }

    /** What is drawn between two steps of ours, or beside one. */
    private static List<Harmless> between() {
        String flow = "<bpmn:sequenceFlow id=\"Flow_UseCoupon_ChargePayment\" sourceRef=\"Task_UseCoupon\"";
        String after = " targetRef=\"Task_ChargePayment\" />";
        String on = "<bpmn:sequenceFlow id=\"Flow_New\" sourceRef=\"Task_New\"" + after;
        return List.of(
                order("label of a gateway", "name=\"Charged?\"", "name=\"Is it paid?\""),
                order(
                        "label of an event",
                        "name=\"Out of stock\" attachedToRef",
                        "name=\"Nothing left\" attachedToRef"),
                order("label of an answer", "name=\"declined\"", "name=\"gateway says no\""),
                order(
                        "condition by another notation",
                        "${chargeStatus == 'DECLINED'}",
                        "#{chargeStatus eq 'DECLINED'}"),
                order("reminder every other day", CYCLE, ">R/P2D</bpmn:timeCycle>"),
                order("three reminders", CYCLE, ">R3/P1D</bpmn:timeCycle>"),
                order("more retries", ">R1/PT1S<", ">R10/PT10M<"),
                order("a week for a decision", "camunda:dueDate=\"P1D\"", "camunda:dueDate=\"P7D\""),
                order("a higher priority", "camunda:priority=\"70\"", "camunda:priority=\"95\""),
                order(
                        "a person between two steps",
                        flow + after,
                        "<bpmn:userTask id=\"Task_New\" name=\"Check address\" camunda:candidateGroups=\"ops\""
                                + " camunda:dueDate=\"P1D\" />" + flow + " targetRef=\"Task_New\" />" + on),
                order(
                        "a pause between two steps",
                        flow + after,
                        "<bpmn:intermediateCatchEvent id=\"Task_New\" name=\"Cool down\"><bpmn:timerEventDefinition>"
                                + "<bpmn:timeDuration>PT10M</bpmn:timeDuration></bpmn:timerEventDefinition>"
                                + "</bpmn:intermediateCatchEvent>" + flow + " targetRef=\"Task_New\" />" + on),
                order(
                        "a question between two steps",
                        flow + after,
                        "<bpmn:exclusiveGateway id=\"Task_New\" name=\"Dear?\" default=\"Flow_New\" />"
                                + "<bpmn:manualTask id=\"Task_Pack\" name=\"Pack well\" />"
                                + flow + " targetRef=\"Task_New\" />" + on
                                + "<bpmn:sequenceFlow id=\"Flow_Pack\" name=\"yes\" sourceRef=\"Task_New\" targetRef=\"Task_Pack\">"
                                + "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${dear == true}"
                                + "</bpmn:conditionExpression></bpmn:sequenceFlow>"
                                + "<bpmn:sequenceFlow id=\"Flow_Packed\" sourceRef=\"Task_Pack\"" + after),
                order(
                        "a message after a day without hand-over",
                        "<bpmn:sequenceFlow id=\"Flow_ShippingStarted_AttemptBegins\"",
                        "<bpmn:boundaryEvent id=\"Event_Slow\" name=\"Takes long\" cancelActivity=\"false\""
                                + " attachedToRef=\"Task_AwaitHandOver\"><bpmn:timerEventDefinition>"
                                + "<bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                + "<bpmn:serviceTask id=\"Task_Tell\" name=\"Notify customer of delay\""
                                + " camunda:delegateExpression=\"${notifyCustomer}\"><bpmn:extensionElements>"
                                + "<camunda:field name=\"topic\" stringValue=\"shipping-failed\"/></bpmn:extensionElements>"
                                + "</bpmn:serviceTask><bpmn:endEvent id=\"EndEvent_Told\" name=\"Told\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_Slow\" sourceRef=\"Event_Slow\" targetRef=\"Task_Tell\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_Told\" sourceRef=\"Task_Tell\" targetRef=\"EndEvent_Told\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_ShippingStarted_AttemptBegins\""));
    }

    private static List<Harmless> elsewhere() {
        return List.of(
                table("number of won", "&lt; 300000", "&lt; 250000"),
                table("more returns", "&lt; 3", "&lt; 5"),
                table("a longer time to decide", "\"P2D\"", "\"P5D\""),
                table("span", "&lt; 300000", "[1..299999]"),
                table(
                        "other reasons",
                        "<text>\"DEFECTIVE\",\"WRONG_ITEM\"",
                        "<text>not(\"CHANGE_OF_MIND\", \"OTHER\")"),
                table("any reason", "<text>\"CHANGE_OF_MIND\"</text>", "<text>-</text>"),
                table(
                        "other outcome",
                        "<text>\"Until seven days after delivery no reason is needed.\"</text>",
                        "<text>\"Seven days: \\\"no reason\\\" (법)\"</text>"),
                new Harmless(
                        "label of an answer",
                        "ApproveReturn.form",
                        "\"label\": \"Your decision\"",
                        "\"label\": \"So?\""),
                new Harmless(
                        "text of a form",
                        "ApproveReturn.form",
                        "## May these goods come back?",
                        "## May {{facts.returnId}} come back?\\n* look twice"),
                new Harmless(
                        "line between fields of a form",
                        "ApproveReturn.form",
                        "\"components\": [",
                        "\"components\": [{\"type\": \"separator\", \"id\": \"N\"},"));
    }

    private static Harmless order(String what, String from, String to) {
        return new Harmless(what, "Order.bpmn", from, to);
    }

    /** In a process of an analyst's own: where ours go, is another matter. */
    private static Harmless ownCondition(String condition) {
        return new Harmless("condition " + condition, "Own.bpmn", "", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
                  <process id="Own" name="Own" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="g"/>
                    <exclusiveGateway id="g" name="Which?" default="n"/>
                    <sequenceFlow id="y" name="yes" sourceRef="g" targetRef="e">
                      <conditionExpression xsi:type="tFormalExpression">%s</conditionExpression>
                    </sequenceFlow>
                    <sequenceFlow id="n" name="no" sourceRef="g" targetRef="e"/><endEvent id="e"/>
                  </process>
                </definitions>""".formatted(condition));
    }

    private static Harmless table(String what, String from, String to) {
        return new Harmless(what, "ReturnPolicy.dmn", from, to);
    }

    /** Our own files with the change. */
    public List<ModelFile> files() {
        if (from.isEmpty()) {
            return Stream.concat(ours().stream(), Stream.of(new ModelFile(file, to.getBytes(StandardCharsets.UTF_8))))
                    .toList();
        }
        return ours().stream()
                .map(ours -> ours.name().equals(file) ? changed(ours) : ours)
                .toList();
    }

    private ModelFile changed(ModelFile ours) {
        String text = new String(ours.content(), StandardCharsets.UTF_8);
        int place = text.indexOf(from);
        if (place < 0) {
            throw new IllegalStateException("nothing to change: " + from);
        }
        String changed = text.substring(0, place) + to + text.substring(place + from.length());
        return new ModelFile(ours.name(), changed.getBytes(StandardCharsets.UTF_8));
    }

    public static List<ModelFile> ours() {
        try (Stream<Path> processes = Files.list(Path.of("processes"));
                Stream<Path> forms = Files.list(Path.of("forms"))) {
            return Stream.concat(processes, forms)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(Harmless::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelFile read(Path file) {
        try {
            return new ModelFile(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return what;
    }
}
