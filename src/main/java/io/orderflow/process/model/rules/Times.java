package io.orderflow.process.model.rules;

import io.orderflow.process.model.ModelFinding;
import io.orderflow.process.model.rules.Limits.Limit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** The rule that timers, retries and the history time to live are within limits, and that every repetition ends. */
@Component
class Times implements DiagramRule {

    private static final String RULE = "times";
    private static final Pattern CYCLE = Pattern.compile("R(\\d*)/(?:[^/P]+/)?(P.*)");

    private final Limits limits;

    Times(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Stream<ModelFinding> check(Diagram diagram, Surroundings around) {
        return Stream.of(timers(diagram), retries(diagram), history(diagram)).flatMap(findings -> findings);
    }

    private Stream<ModelFinding> timers(Diagram diagram) {
        return diagram.all(TimerEventDefinition.class).stream()
                .filter(timer -> timer.getParentElement() instanceof CatchEvent)
                .flatMap(timer -> {
                    CatchEvent event = (CatchEvent) timer.getParentElement();
                    return Stream.of(
                                    said(timer.getTimeDuration(), text -> limits.objection(Limit.TIMER, text)),
                                    said(timer.getTimeDate(), limits::past),
                                    said(timer.getTimeCycle(), text -> cycle(event, text)))
                            .flatMap(Optional::stream)
                            .map(why -> diagram.refused(
                                    event,
                                    RULE,
                                    why + ": what it stands on would end or be reminded of at the wrong time, for every"
                                            + " order.",
                                    "Give a time such as P1D or R/P1D."));
                });
    }

    private static Optional<String> said(ModelElementInstance element, Function<String, Optional<String>> check) {
        return Optional.ofNullable(element)
                .map(found -> found.getTextContent().strip())
                .filter(text -> !text.isEmpty() && !isVariable(text))
                .flatMap(check);
    }

    private Optional<String> cycle(CatchEvent event, String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (!cycle.matches()) {
            return Optional.of("“" + text + "” is no cycle");
        }
        boolean endsWithItsTask = event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo() instanceof UserTask
                && !boundary.cancelActivity();
        if (cycle.group(1).isEmpty() && !endsWithItsTask) {
            return Optional.of("a cycle without end (" + text + ") goes on for ever where no task ends it");
        }
        if (cycle.group(1).matches("0+|\\d{4,}")
                || !cycle.group(1).isEmpty() && Integer.parseInt(cycle.group(1)) > Limits.MOST_REMINDERS) {
            return Optional.of(
                    "a cycle repeats itself from once to " + Limits.MOST_REMINDERS + " times, not as " + text);
        }
        return limits.objection(Limit.CYCLE, cycle.group(2));
    }

    private Stream<ModelFinding> retries(Diagram diagram) {
        return diagram.all(CamundaFailedJobRetryTimeCycle.class).stream()
                .flatMap(cycle -> retries(cycle.getTextContent().strip()).stream()
                        .map(why -> diagram.refused(
                                step(cycle),
                                RULE,
                                why + ": what fails there would be tried too often, too late, or not again at all.",
                                "Give waits such as R3/PT10M or PT1S,PT5S.")));
    }

    private Optional<String> retries(String text) {
        Matcher cycle = CYCLE.matcher(text);
        if (cycle.matches()) {
            int times = cycle.group(1).isEmpty() ? 0 : Integer.parseInt(cycle.group(1));
            return times < 1 || times > Limits.MOST_RETRIES
                    ? Optional.of("a step is retried from once to " + Limits.MOST_RETRIES + " times, not as " + text)
                    : limits.objection(Limit.RETRY, cycle.group(2));
        }
        return Arrays.stream(text.split(","))
                .map(wait -> limits.objection(Limit.RETRY, wait.strip()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static BaseElement step(ModelElementInstance cycle) {
        return Diagram.around(cycle)
                .filter(FlowNode.class::isInstance)
                .map(BaseElement.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Stream<ModelFinding> history(Diagram diagram) {
        return diagram.processes().stream()
                .filter(process -> Needed.PROCESSES.contains(process.getId()))
                .flatMap(process -> Optional.ofNullable(process.getCamundaHistoryTimeToLiveString()).stream()
                        .map(days -> days.matches("\\d+") ? "P" + days + "D" : days)
                        .flatMap(days -> limits.objection(Limit.HISTORY, days).stream())
                        .map(why -> diagram.refused(
                                process,
                                RULE,
                                why
                                        + ": what happened to an order could not be looked up, or would never be forgotten.",
                                "Keep it for P180D.")));
    }

    static boolean isVariable(String text) {
        return text.matches("[$#]\\{.*}");
    }
}
