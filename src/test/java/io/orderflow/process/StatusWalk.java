package io.orderflow.process;

import io.orderflow.order.OrderStatus;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Walks every way through a diagram, with what the order's status can be on it. Boundary events are taken from each status
 * that their host can meet before it is done, event sub-processes from each status within the scope they stand in.
 */
class StatusWalk {

    /**
     * Somewhere on the way.
     *
     * @param refusal error code of the last refusal on this way, "" for none
     */
    record Position(FlowNode node, OrderStatus status, String refusal) {}

    /** A step that takes an order from a status to another one. */
    record Move(OrderStatus from, OrderStatus to) {}

    /** Which statuses a step can leave behind; the one it found, when it moves nothing. */
    interface Steps {
        Set<OrderStatus> after(String step, OrderStatus found, String refusal);
    }

    private final Diagram diagram;
    private final Steps steps;
    private final Set<Position> seen = new LinkedHashSet<>();
    private final Deque<Position> open = new ArrayDeque<>();
    private final Set<Move> moves = new LinkedHashSet<>();

    StatusWalk(Diagram diagram, Steps steps) {
        this.diagram = diagram;
        this.steps = steps;
    }

    /** Every move that some way through the diagram makes. */
    Set<Move> from(OrderStatus first) {
        diagram.processes().forEach(process -> start(process, first, ""));
        while (!open.isEmpty()) {
            step(open.pop());
        }
        return moves;
    }

    private void step(Position at) {
        interruptions(at.node(), at.status(), at.refusal());
        if (at.node() instanceof SubProcess scope) {
            start(scope, at.status(), at.refusal());
            return;
        }
        for (OrderStatus after : steps.after(Diagram.idWithoutPrefix(at.node()), at.status(), at.refusal())) {
            if (after != at.status()) {
                moves.add(new Move(at.status(), after));
                interruptions(null, at.node().getParentElement(), after, at.refusal());
            }
            leave(at.node(), after, at.refusal());
        }
    }

    private void arrive(FlowNode node, OrderStatus status, String refusal) {
        Position position = new Position(node, status, refusal);
        if (seen.add(position)) {
            open.push(position);
        }
    }

    private void start(ModelElementInstance scope, OrderStatus status, String refusal) {
        children(scope).stream().filter(StartEvent.class::isInstance)
                .forEach(event -> arrive((StartEvent) event, status, refusal));
    }

    private void leave(FlowNode node, OrderStatus status, String refusal) {
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(target -> arrive(target, status, refusal));
        if (node instanceof EndEvent && !Diagram.has(node, ErrorEventDefinition.class)) {
            end(node.getParentElement(), status, refusal);
        }
    }

    /** The end of an event sub-process ends the scope that it stands in. */
    private void end(ModelElementInstance scope, OrderStatus status, String refusal) {
        if (scope instanceof SubProcess inner && inner.triggeredByEvent()) {
            end(inner.getParentElement(), status, refusal);
        } else if (scope instanceof SubProcess inner) {
            leave(inner, status, refusal);
        }
    }

    /** What can happen to a node and everything around it while the order is in this status. */
    private void interruptions(FlowElement node, OrderStatus status, String refusal) {
        interruptions(node, node.getParentElement(), status, refusal);
    }

    private void interruptions(FlowElement node, ModelElementInstance around, OrderStatus status, String refusal) {
        if (node instanceof Activity host) {
            diagram.all(BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().equals(host) && !Diagram.isCompensationBoundary(event))
                    .forEach(event -> arrive(event, status, refusalOf(event).orElse(refusal)));
        }
        children(around).stream().filter(child -> child instanceof SubProcess scope && scope.triggeredByEvent())
                .filter(scope -> !scope.equals(node)).forEach(scope -> start(scope, status, refusal));
        if (around instanceof SubProcess scope) {
            interruptions(scope, status, refusal);
        }
    }

    private static Optional<String> refusalOf(BoundaryEvent event) {
        return Diagram.definition(event, ErrorEventDefinition.class).map(ErrorEventDefinition::getError)
                .map(Error::getErrorCode);
    }

    private static Collection<FlowElement> children(ModelElementInstance scope) {
        return scope instanceof SubProcess inner ? inner.getFlowElements() : ((Process) scope).getFlowElements();
    }
}
