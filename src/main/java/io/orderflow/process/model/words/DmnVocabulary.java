package io.orderflow.process.model.words;

import java.util.Map;

/** The vocabulary of decision tables, whose tests and outcomes are values. */
final class DmnVocabulary {

    private static final Map<String, String> NAMESPACES = Map.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/", "",
            "http://camunda.org/schema/1.0/dmn", "camunda",
            "http://camunda.org/schema/modeler/1.0", "modeler",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "dmndi",
            "http://www.omg.org/spec/DMN/20180521/DC/", "dc",
            "http://www.omg.org/spec/DMN/20180521/DI/", "di",
            "http://bpmn.io/schema/dmn/biodi/2.0", "biodi");

    private static final String ELEMENTS = """
            NOTHING: definitions decision decisionTable input inputExpression inputValues output outputValues
            NOTHING: defaultOutputEntry rule inputEntry outputEntry literalExpression variable inputData knowledgeSource
            NOTHING: informationRequirement authorityRequirement requiredDecision requiredInput requiredAuthority
            NOTHING: association sourceRef targetRef textAnnotation annotation annotationEntry extensionElements
            NOTHING: dmndi:DMNDI dmndi:DMNDiagram dmndi:DMNShape dmndi:DMNEdge dmndi:DMNLabel dmndi:Size dc:Bounds di:waypoint
            NOTHING: biodi:bounds biodi:edge biodi:waypoints
            ANYTHING: description textAnnotation/text annotation/text annotationEntry/text question allowedAnswers
            VARIABLE: inputExpression/text
            TEST: inputEntry/text inputValues/text outputValues/text
            OUTCOME: outputEntry/text defaultOutputEntry/text literalExpression/text
            """;

    private static final String ATTRIBUTES = """
            ANYTHING: id name label namespace exporter exporterVersion modeler:executionPlatform
            ANYTHING: modeler:executionPlatformVersion camunda:versionTag camunda:diagramRelationId typeRef hitPolicy
            ANYTHING: aggregation preferredOrientation outputLabel associationDirection textFormat
            ANYTHING: biodi:width biodi:annotationsWidth dmnElementRef isCollapsed x y width height
            VARIABLE: camunda:inputVariable output@name
            DAYS: camunda:historyTimeToLive
            LOCAL: href
            LANGUAGE: expressionLanguage
            """;

    static final Vocabulary WORDS = new Vocabulary(
            NAMESPACES,
            Vocabulary.words(ELEMENTS, DmnValue::valueOf),
            Vocabulary.words(ATTRIBUTES, DmnValue::valueOf),
            Map.of());

    private DmnVocabulary() {}
}
