package io.orderflow;

/** A process with one task for ops and nothing else, for tests that need any process at all. */
public final class OneTask {

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="t">
              <process id="KEY" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="s"/><sequenceFlow id="a" sourceRef="s" targetRef="u"/>
                <userTask id="u" camunda:candidateGroups="ops"/><sequenceFlow id="b" sourceRef="u" targetRef="e"/><endEvent id="e"/>
              </process>
            </definitions>""";

    private OneTask() {}

    /** The model's XML, with this process id. */
    public static String model(String key) {
        return MODEL.replace("KEY", key);
    }
}
