package io.orderflow.process.model.words;

import java.util.HashMap;
import java.util.Map;

/** The vocabulary of diagrams: everything that Modeler offers for an order, except what runs code. */
final class BpmnVocabulary {

    private static final Map<String, String> NAMESPACES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "",
            "http://camunda.org/schema/1.0/bpmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "http://www.w3.org/2001/XMLSchema-instance", "xsi",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "bioc",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0", "color");

    private static final String ELEMENTS = """
            NOTHING: definitions process collaboration participant messageFlow laneSet lane childLaneSet extensionElements
            NOTHING: startEvent endEvent intermediateCatchEvent intermediateThrowEvent boundaryEvent task manualTask userTask
            NOTHING: serviceTask sendTask receiveTask businessRuleTask callActivity subProcess exclusiveGateway parallelGateway
            NOTHING: inclusiveGateway eventBasedGateway sequenceFlow association textAnnotation group category categoryValue
            NOTHING: dataObject dataObjectReference dataStore dataStoreReference property dataInputAssociation
            NOTHING: dataOutputAssociation message error escalation messageEventDefinition errorEventDefinition
            NOTHING: escalationEventDefinition timerEventDefinition compensateEventDefinition conditionalEventDefinition
            NOTHING: linkEventDefinition terminateEventDefinition multiInstanceLoopCharacteristics
            NOTHING: camunda:inputOutput camunda:list camunda:map camunda:properties camunda:property camunda:field
            NOTHING: camunda:in camunda:out
            NOTHING: bpmndi:BPMNDiagram bpmndi:BPMNPlane bpmndi:BPMNShape bpmndi:BPMNEdge bpmndi:BPMNLabel
            NOTHING: bpmndi:BPMNLabelStyle dc:Bounds dc:Font di:waypoint
            ANYTHING: documentation
            TEXT: userTask/documentation text incoming outgoing flowNodeRef sourceRef targetRef source target
            TEXT: camunda:inputParameter camunda:outputParameter camunda:value camunda:entry camunda:string
            CONDITION: conditionExpression condition completionCondition
            TIME: timeDate timeDuration timeCycle
            TIMES: loopCardinality
            RETRIES: camunda:failedJobRetryTimeCycle
            """;

    private static final String ATTRIBUTES = """
            TEXT: id name targetNamespace exporter exporterVersion modeler:executionPlatform modeler:executionPlatformVersion
            TEXT: camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon camunda:versionTag
            TEXT: camunda:diagramRelationId processRef sourceRef targetRef default attachedToRef messageRef errorRef
            TEXT: escalationRef activityRef errorCode escalationCode camunda:errorMessage associationDirection
            TEXT: gatewayDirection processType textFormat dataObjectRef dataStoreRef categoryValueRef capacity value key
            TEXT: stringValue
            YES_OR_NO: isExecutable isClosed isInterrupting cancelActivity isForCompensation waitForCompletion
            YES_OR_NO: triggeredByEvent isSequential isImmediate isCollection isUnlimited local camunda:asyncBefore
            YES_OR_NO: camunda:asyncAfter
            YES: camunda:exclusive
            NO: instantiate parallelMultiple camunda:isStartableInTasklist
            ONE: startQuantity completionQuantity
            STEP: camunda:delegateExpression
            FIELD: camunda:field@name
            VARIABLE: camunda:inputParameter@name camunda:outputParameter@name camunda:resultVariable camunda:initiator
            VARIABLE: camunda:elementVariable camunda:variableName camunda:errorCodeVariable camunda:errorMessageVariable
            VARIABLE: camunda:escalationCodeVariable camunda:in@source camunda:in@target camunda:out@source camunda:out@target
            COLLECTION: camunda:collection sourceExpression
            BUSINESS_KEY: businessKey
            ALL: variables
            NUMBER: camunda:jobPriority camunda:priority
            DUE: camunda:dueDate camunda:followUpDate
            DAYS: camunda:historyTimeToLive
            PEOPLE: camunda:assignee camunda:candidateUsers
            GROUPS: camunda:candidateGroups
            KEY: calledElement camunda:decisionRef camunda:formRef
            BINDING: camunda:calledElementBinding camunda:decisionRefBinding camunda:formRefBinding
            RESULT: camunda:mapDecisionResult
            EVENTS: camunda:variableEvents
            FORMAL: xsi:type
            UNSAID: implementation
            LANGUAGE: expressionLanguage typeLanguage
            ANYTHING: bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible messageVisibleKind labelStyle
            ANYTHING: sourceElement targetElement resolution x y width height size isBold isItalic isUnderline
            ANYTHING: isStrikeThrough bioc:stroke bioc:fill color:background-color color:border-color color:color
            """;

    private static final String STEP =
            "Call a step of the application: camunda:delegateExpression=\"${reserveStock}\".";
    private static final String DRAW = "Draw what it does as a step of its own.";
    private static final String FORM = "Show a Camunda form: camunda:formRef with the binding deployment.";
    private static final String START = "Leave it out: who may start a process is not the diagram's to say.";
    private static final String COMPARE = "Compare a variable with a value: ${result == 'DECLINED'}.";

    static final Vocabulary WORDS = new Vocabulary(
            NAMESPACES,
            Vocabulary.words(ELEMENTS, BpmnValue::valueOf),
            Vocabulary.words(ATTRIBUTES, BpmnValue::valueOf),
            remedies());

    private BpmnVocabulary() {}

    private static Map<String, String> remedies() {
        Map<String, String> remedies = new HashMap<>();
        put(
                remedies,
                STEP,
                "scriptTask script camunda:class camunda:expression camunda:type camunda:topic camunda:connector");
        put(
                remedies,
                DRAW,
                "camunda:executionListener camunda:taskListener camunda:script camunda:errorEventDefinition");
        put(remedies, FORM, "camunda:formKey camunda:formData camunda:formField camunda:formHandlerClass");
        put(remedies, START, "camunda:candidateStarterUsers camunda:candidateStarterGroups camunda:potentialStarter");
        put(remedies, COMPARE, "language camunda:resource");
        put(remedies, "Use a message that is meant for one order.", "signal signalRef signalEventDefinition");
        put(remedies, "Write the text itself: camunda:string.", "expression camunda:expression");
        put(remedies, "Leave it out, Modeler needs none.", "xsi:schemaLocation xsi:noNamespaceSchemaLocation import");
        return Map.copyOf(remedies);
    }

    private static void put(Map<String, String> remedies, String remedy, String words) {
        for (String word : words.split(" ")) {
            remedies.putIfAbsent(word, remedy);
        }
    }
}
