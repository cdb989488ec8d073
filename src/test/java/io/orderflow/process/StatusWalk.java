package io.orderflow.process;

import io.orderflow.order.OrderStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Walks every way through a diagram, with what the order's status can be on it. Boundary events are taken from each
 * status that their host can meet before it is done, event sub-processes from each status within the scope they stand
 * in; errors from the end events that throw them and the steps whose code refuses. What runs beside the main line
 * (non-interrupting events) does not end it, and meets every status that the main line can move to meanwhile. The other
 * way round there is nothing to meet: what moves an order beside the main line ends the main line in the same
 * transaction.
 */
class StatusWalk {

    /** On the main line. */
    private static final String NOWHERE = "";

    /**
     * Somewhere on the way.
     *
     * @param refusal error code of the last refusal on this way, "" for none
     * @param beside id of the scope in which this way runs beside the main line, "" on the main line
     */
    private record Position(FlowNode node, OrderStatus status, String refusal, String beside) {

        Position at(FlowNode other) {
            return new Position(other, status, refusal, beside);
        }

        Position with(OrderStatus other) {
            return new Position(node, other, refusal, beside);
        }

        Position refused(Optional<String> code) {
            return new Position(node, status, code.orElse(refusal), beside);
        }

        Position beside(String scope) {
            return new Position(node, status, refusal, scope);
        }
    }

    /** A step that takes an order from a status to another one. */
    record Move(OrderStatus from, OrderStatus to) {}

    /** Which statuses a step can leave behind; the one it found, when it moves nothing. */
    interface Steps {
        Set<OrderStatus> after(String step, OrderStatus found, String refusal);
    }

    private final Diagram diagram;
    private final Steps steps;
    private final Map<String, Set<OrderStatus>> onlyIn;
    private final Set<Position> seen = new LinkedHashSet<>();
    private final Deque<Position> open = new ArrayDeque<>();
    private final Set<Move> moves = new LinkedHashSet<>();
    private final Set<Move> movesOfTheMainLine = new LinkedHashSet<>();

    /** @param onlyIn ids of events and flows that are taken in some statuses only, and those statuses */
    StatusWalk(Diagram diagram, Steps steps, Map<String, Set<OrderStatus>> onlyIn) {
        this.diagram = diagram;
        this.steps = steps;
        this.onlyIn = onlyIn;
    }

    /** Every move that some way through the diagram makes. */
    Set<Move> from(OrderStatus first) {
        diagram.processes().forEach(process -> start(process, new Position(null, first, "", NOWHERE)));
        do {
            while (!open.isEmpty()) {
                step(open.pop());
            }
            movedMeanwhile();
        } while (!open.isEmpty());
        return moves;
    }

    /** What the order's status can be when this node is reached. */
    Set<OrderStatus> statusesAt(String id) {
        return seen.stream()
                .filter(position -> position.node().getId().equals(id))
                .map(Position::status)
                .collect(Collectors.toSet());
    }

    private void movedMeanwhile() {
        List.copyOf(seen).stream()
                .filter(position -> !position.beside().equals(NOWHERE))
                .forEach(position -> movesOfTheMainLine.stream()
                        .filter(move -> move.from() == position.status())
                        .forEach(move -> arrive(position.with(move.to()))));
    }

    private void step(Position at) {
        interruptions(at.node(), at.node().getParentElement(), at);
        if (at.node() instanceof SubProcess scope) {
            start(scope, at);
            return;
        }
        if (!(at.node() instanceof EndEvent)) {
            diagram.errorsOf(at.node()).forEach(code -> refuse(at.node(), code, at));
        }
        for (OrderStatus after : steps.after(Diagram.idWithoutPrefix(at.node()), at.status(), at.refusal())) {
            if (after != at.status()) {
                move(at, after);
            }
            leave(at.with(after));
        }
    }

    private void move(Position at, OrderStatus after) {
        moves.add(new Move(at.status(), after));
        if (at.beside().equals(NOWHERE)) {
            movesOfTheMainLine.add(new Move(at.status(), after));
        }
        interruptions(null, at.node().getParentElement(), at.with(after));
    }

    private void arrive(Position position) {
        if (possible(position.node(), position.status()) && seen.add(position)) {
            open.push(position);
        }
    }

    private boolean possible(FlowElement way, OrderStatus status) {
        return onlyIn.getOrDefault(way.getId(), Set.of(status)).contains(status);
    }

    private void start(ModelElementInstance scope, Position from) {
        starts(scope).forEach(event -> arrive(from.at(event)));
    }

    private void leave(Position before) {
        Position from = before.refused(Diagram.outputOf(before.node(), OrderVariables.CALL_OFF_REASON));
        from.node().getOutgoing().stream()
                .filter(flow -> possible(flow, from.status()))
                .map(SequenceFlow::getTarget)
                .forEach(target -> arrive(from.at(target)));
        diagram.linkedFrom(from.node()).forEach(target -> arrive(from.at(target)));
        if (from.node() instanceof EndEvent end) {
            diagram.errorsOf(end)
                    .findFirst()
                    .ifPresentOrElse(code -> refuse(end, code, from), () -> end(end.getParentElement(), from));
        }
    }

    /** The end of an event sub-process ends the scope that it stands in, unless it runs beside it. */
    private void end(ModelElementInstance scope, Position from) {
        if (scope instanceof SubProcess inner && !inner.getId().equals(from.beside())) {
            if (inner.triggeredByEvent()) {
                end(inner.getParentElement(), from);
            } else {
                leave(from.at(inner));
            }
        }
    }

    private void refuse(FlowNode node, String code, Position from) {
        diagram.catcher(node, code)
                .ifPresent(event -> interrupt(event, true, event.getParentElement(), from.refused(Optional.of(code))));
    }

    /** What can happen to a node and everything around it while the order is in this status. */
    private void interruptions(FlowElement node, ModelElementInstance around, Position at) {
        if (node instanceof Activity host) {
            diagram.all(BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().equals(host))
                    .filter(event -> !Diagram.isCompensationBoundary(event))
                    .filter(event -> !Diagram.has(event, ErrorEventDefinition.class))
                    .forEach(event -> interrupt(event, event.cancelActivity(), around, at));
        }
        Diagram.flowElements(around).stream()
                .filter(child -> child instanceof SubProcess scope && scope.triggeredByEvent() && !scope.equals(node))
                .flatMap(StatusWalk::starts)
                .filter(event -> !Diagram.has(event, ErrorEventDefinition.class))
                .forEach(event -> interrupt(event, event.isInterrupting(), around, at));
        if (around instanceof SubProcess scope) {
            interruptions(scope, scope.getParentElement(), at);
        }
    }

    private void interrupt(CatchEvent event, boolean interrupting, ModelElementInstance around, Position at) {
        String beside = interrupting ? outside(at.beside(), event) : ((BaseElement) around).getId();
        arrive(at.at(event).beside(beside));
    }

    /** What an interrupting event ends, no way runs beside any more. */
    private String outside(String beside, CatchEvent event) {
        ModelElementInstance ended = event instanceof BoundaryEvent boundary
                ? boundary.getAttachedTo()
                : event.getParentElement().getParentElement();
        boolean isEnded = !beside.equals(NOWHERE)
                && Stream.iterate(
                                diagram.node(beside, ModelElementInstance.class),
                                Objects::nonNull,
                                ModelElementInstance::getParentElement)
                        .anyMatch(ended::equals);
        return isEnded ? NOWHERE : beside;
    }

    private static Stream<StartEvent> starts(ModelElementInstance scope) {
        return Diagram.flowElements(scope).stream()
                .filter(StartEvent.class::isInstance)
                .map(StartEvent.class::cast);
    }
}
