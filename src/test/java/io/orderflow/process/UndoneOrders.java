package io.orderflow.process;

import io.orderflow.TestDatabase;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * An engine of its own that runs copies of the order's diagram without save points, with steps that only note that they
 * were taken: fast enough for thousands of orders.
 */
class UndoneOrders implements AutoCloseable {

    private static final String DIAGRAM = "processes/Order.bpmn";
    private static final Pattern DELEGATES = Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");

    private final List<String> taken = new ArrayList<>();
    private final ProcessEngine engine;
    private int copies;
    private boolean cancelDuringPayment;

    /** What was undone, first one first, and where the order ended. */
    record Run(List<String> undone, String end) {}

    UndoneOrders() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration
                .setJdbcUrl(TestDatabase.create())
                .setJdbcUsername(TestDatabase.user())
                .setJdbcPassword("")
                .setJdbcDriver(TestDatabase.isPostgres() ? "org.postgresql.Driver" : "org.h2.Driver")
                .setDatabaseSchemaUpdate("true")
                .setProcessEngineName("undone orders")
                .setHistory("none")
                .setMetricsEnabled(false);
        configuration.setBeans(beans());
        engine = configuration.buildProcessEngine();
    }

    private Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>(Map.of());
        DELEGATES
                .matcher(Bpmn.convertToString(Bpmn.readModelFromFile(new File(DIAGRAM))))
                .results()
                .forEach(delegate -> beans.put(delegate.group(1), new Step()));
        return beans;
    }

    private class Step implements JavaDelegate {

        /** Put in by the engine where the diagram says what to tell the customer. */
        @SuppressWarnings("unused")
        private Expression topic;

        @Override
        public void execute(DelegateExecution execution) {
            String step = execution.getCurrentActivityId();
            taken.add(step);
            execution.setVariable("result", "REFUNDED");
            execution.setVariable("chargeStatus", "APPROVED");
            execution.setVariable("bookingStatus", "BOOKED");
            execution.setVariable("recallStatus", "RECALLED");
            if (cancelDuringPayment && step.equals("Task_StartPreparation")) {
                throw new BpmnError("CANCELLATION_REQUESTED");
            }
        }
    }

    /** Deploys a changed copy of the diagram under a name of its own, which it returns. */
    String deploy(Consumer<BpmnModelInstance> change) {
        BpmnModelInstance model = Bpmn.readModelFromFile(new File(DIAGRAM));
        model.getModelElementsByType(FlowNode.class).forEach(node -> node.setCamundaAsyncBefore(false));
        change.accept(model);
        Process process = model.getModelElementById("Order");
        process.setId("Order" + ++copies);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("copy" + copies + ".bpmn", model)
                .deploy();
        return process.getId();
    }

    /** An order that turns back at the cancel gate behind its payment, all in one call. */
    Run cancelledDuringPayment(String process) {
        taken.clear();
        cancelDuringPayment = true;
        start(process);
        return run();
    }

    /** An order that is called back from preparation; what it took, it took in earlier transactions. */
    Run cancelledInPreparation(String process) {
        cancelDuringPayment = false;
        String order = start(process);
        goOn(order, "Task_AwaitPayment", Map.of("payment", "SUBMITTED"));
        taken.clear();
        goOn(order, "Task_AwaitHandOver", Map.of("handOver", "CALLED_OFF"));
        return run();
    }

    private String start(String process) {
        return engine.getRuntimeService().startProcessInstanceByKey(process).getId();
    }

    private void goOn(String order, String wait, Map<String, Object> told) {
        String waiting = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(order)
                .activityId(wait)
                .singleResult()
                .getId();
        engine.getRuntimeService().signal(waiting, told);
    }

    private Run run() {
        int chain = taken.indexOf("Task_CallOffOrder");
        int end = taken.indexOf("Task_CloseOrder");
        return new Run(List.copyOf(taken.subList(chain + 1, end)), taken.get(taken.size() - 1));
    }

    @Override
    public void close() {
        engine.close();
    }
}
