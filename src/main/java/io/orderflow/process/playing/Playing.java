package io.orderflow.process.playing;

import io.orderflow.process.OrderMessage;
import io.orderflow.process.OrderVariables;
import io.orderflow.process.ProcessKey;
import io.orderflow.process.Step;
import io.orderflow.process.playing.Story.Promise;
import io.orderflow.process.playing.StoryReport.Trouble;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * One story, played in an engine in which the models are deployed. What the story does not know is passed by: a task
 * that an analyst drew is completed without answers, and a time that has to go by goes by.
 */
class Playing {

    private static final int MOST_JOBS = 100;
    /** The longest time that one event lets go by. */
    private static final Duration LONGEST = Duration.ofDays(3650);

    private static final String ORDER = "PLAYED";

    private final ProcessEngine engine;
    private final Notes notes;
    private final Story story;
    /** When each timer is due by the clock of the story. */
    private final Map<String, Duration> due = new HashMap<>();

    private boolean placed;

    Playing(ProcessEngine engine, Notes notes, Story story) {
        this.engine = engine;
        this.notes = notes;
        this.story = story;
    }

    /** A timer, and when it is due by the clock of the story. */
    private record DueTimer(String id, Duration at) {}

    /** The story cannot go on. */
    private static class Stuck extends RuntimeException {

        private final String why;

        Stuck(String why) {
            super(why);
            this.why = why;
        }
    }

    StoryReport play() {
        Trouble trouble = null;
        try {
            for (StoryEvent event : story.events()) {
                happen(event);
            }
            place();
            trouble = atTheEnd();
        } catch (Stuck stuck) {
            trouble = here(stuck.why);
        } catch (ProcessEngineException | IllegalStateException failure) {
            trouble = lastPassed("the order cannot go on from here: " + failure.getMessage());
        }
        return new StoryReport(
                story.name(),
                trouble == null,
                List.copyOf(notes.path),
                List.copyOf(notes.messages),
                List.copyOf(notes.tasks),
                Map.copyOf(notes.ends),
                notes.ledger.balance(),
                trouble);
    }

    private void happen(StoryEvent event) {
        switch (event.kind()) {
            case STEP_TELLS, STEP_REFUSES -> notes.prepare(event);
            case WAIT_ENDS -> {
                place();
                endWait(event);
            }
            case MESSAGE -> {
                place();
                send(event);
            }
            case TASK -> {
                place();
                complete(event);
            }
            case LATER -> {
                place();
                goBy(event.subject());
            }
        }
        if (placed) {
            settle();
        }
    }

    /** Places the order, once. The answers of steps that the story tells before are prepared by then. */
    private void place() {
        if (!placed) {
            placed = true;
            engine.getRuntimeService().startProcessInstanceByKey(ProcessKey.ORDER.inDiagram(), ORDER);
            settle();
        }
    }

    private void endWait(StoryEvent event) {
        Execution waiting = sooner(
                event,
                () -> engine.getRuntimeService().createExecutionQuery().activityId(event.subject()).list().stream()
                        .findFirst());
        VariableMap told = Variables.createVariables();
        event.values().forEach((variable, value) -> {
            SimulatedSteps.tell(notes.ledger, variable, value);
            told.putValueTyped(variable, Variables.stringValue(value, OrderVariables.TOLD.contains(variable)));
        });
        engine.getRuntimeService().signal(waiting.getId(), told);
    }

    private void send(StoryEvent event) {
        if (event.subject().equals(OrderMessage.RETURN_REQUESTED.inDiagram())) {
            notes.ledger.sendBack(pieces(event));
            engine.getRuntimeService()
                    .createMessageCorrelation(event.subject())
                    .processInstanceBusinessKey(ORDER)
                    .setVariable(OrderVariables.RETURN_ID, ORDER + "-1")
                    .correlateStartMessage();
            return;
        }
        Execution waiting = sooner(
                event,
                () -> engine
                        .getRuntimeService()
                        .createExecutionQuery()
                        .messageEventSubscriptionName(event.subject())
                        .list()
                        .stream()
                        .findFirst());
        engine.getRuntimeService().messageEventReceived(event.subject(), waiting.getId());
    }

    private static int pieces(StoryEvent event) {
        String pieces = event.values().getOrDefault(StoryEvent.PIECES, "" + Ledger.PIECES);
        if (!pieces.matches("[1-9]") || Integer.parseInt(pieces) > Ledger.PIECES) {
            throw new Stuck(
                    "the story sends back “" + pieces + "” pieces, and the order is about " + Ledger.PIECES + ".");
        }
        return Integer.parseInt(pieces);
    }

    private void complete(StoryEvent event) {
        Task task = sooner(
                event,
                () -> tasks().stream()
                        .filter(open -> open.getTaskDefinitionKey().equals(event.subject()))
                        .findFirst());
        complete(task, event.values());
    }

    private void complete(Task task, Map<String, String> answers) {
        String form =
                task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef().getKey();
        notes.complete(task.getTaskDefinitionKey(), task.getName() == null ? "" : task.getName(), form, answers);
        engine.getTaskService().complete(task.getId(), new HashMap<>(answers));
    }

    private List<Task> tasks() {
        return engine.getTaskService().createTaskQuery().initializeFormKeys().list();
    }

    /** Lets time go by, and executes meanwhile what is due. */
    private void goBy(String time) {
        Duration until = notes.clock().plus(length(time));
        for (int jobs = 0; jobs < MOST_JOBS; jobs++) {
            Optional<DueTimer> next = nextTimer().filter(timer -> timer.at().compareTo(until) <= 0);
            if (next.isEmpty()) {
                break;
            }
            fire(next.get());
        }
        notes.jumpTo(until);
    }

    private static Duration length(String time) {
        try {
            Duration length = Duration.parse(time);
            if (!length.isNegative() && length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (DateTimeParseException e) {
            // It is refused below, as a time that is too long or goes backwards.
        }
        throw new Stuck("the story lets “" + time + "” go by, which is no time such as P2D or PT30M, up to P3650D.");
    }

    /** Returns what the event needs; where it is not there yet, the order may have to wait for a time first. */
    private <T> T sooner(StoryEvent event, Supplier<Optional<T>> wanted) {
        for (int jobs = 0; jobs < MOST_JOBS; jobs++) {
            Optional<T> found = wanted.get();
            if (found.isPresent()) {
                return found.get();
            }
            fire(nextTimer()
                    .orElseThrow(() ->
                            new Stuck("the story goes on at " + event.subject() + ", and the order is not there.")));
        }
        throw new Stuck("the story goes on at " + event.subject() + ", and the order does not come there.");
    }

    private void fire(DueTimer timer) {
        notes.jumpTo(timer.at());
        engine.getManagementService().executeJob(timer.id());
        settle();
    }

    /** Executes all that is due at once, until the order waits for somebody or for a time. */
    private void settle() {
        for (int jobs = 0; jobs < MOST_JOBS; jobs++) {
            Optional<Job> job = engine.getManagementService().createJobQuery().messages().list().stream()
                    .findFirst();
            Optional<Task> drawn = tasks().stream()
                    .filter(task -> Step.of(task.getTaskDefinitionKey()).isEmpty())
                    .filter(task -> story.events().stream()
                            .noneMatch(event -> event.subject().equals(task.getTaskDefinitionKey())))
                    .findFirst();
            if (job.isPresent()) {
                engine.getManagementService().executeJob(job.get().getId());
            } else if (drawn.isPresent()) {
                complete(drawn.get(), Map.of());
            } else {
                noteTimers();
                return;
            }
        }
        throw new Stuck("the order goes round in circles.");
    }

    /**
     * Notes of each new timer when it is due by the clock of the story, at which it began. In whole minutes, because
     * the engine counts a repeated timer from its first time.
     */
    private void noteTimers() {
        for (Job timer : engine.getManagementService().createJobQuery().timers().list()) {
            due.computeIfAbsent(
                    timer.getId(),
                    id -> notes.clock()
                            .plus(Duration.ofMinutes(
                                    Math.round((timer.getDuedate().getTime()
                                                    - timer.getCreateTime().getTime())
                                            / 60_000.0))));
        }
    }

    private Optional<DueTimer> nextTimer() {
        return engine.getManagementService().createJobQuery().timers().list().stream()
                .flatMap(job ->
                        Optional.ofNullable(due.get(job.getId())).map(at -> new DueTimer(job.getId(), at)).stream())
                .min(Comparator.comparing(DueTimer::at));
    }

    /** Returns what is wrong when nothing more happens; null if nothing is. */
    private @Nullable Trouble atTheEnd() {
        Promise promise = story.promise();
        if (engine.getRuntimeService().createProcessInstanceQuery().count() > 0) {
            return here("the story is over, and the order stands still here.");
        }
        if (promise == null) {
            return null;
        }
        for (Map.Entry<String, String> end : promise.ends().entrySet()) {
            String came = notes.ends.get(end.getKey());
            if (!end.getValue().equals(came)) {
                return new Trouble(
                        end.getKey(),
                        came == null ? "" : came,
                        came == null ? "" : label(came),
                        came == null
                                ? "the process does not take part any more."
                                : "the process ends here, and not at " + end.getValue() + ".");
            }
        }
        return promise.balance().equals(notes.ledger.balance()) ? null : lastPassed(difference(promise.balance()));
    }

    private String difference(Balance promised) {
        Balance balance = notes.ledger.balance();
        return "at the end the shop has %d won of the customer instead of %d, %d of %d pieces are in stock instead of %d, and the coupon is %s instead of %s."
                .formatted(
                        balance.wonKept(),
                        promised.wonKept(),
                        balance.piecesInStock(),
                        Ledger.PIECES,
                        promised.piecesInStock(),
                        coupon(balance),
                        coupon(promised));
    }

    private static String coupon(Balance balance) {
        return balance.couponFree() ? "free" : "used";
    }

    /** Tells of trouble where the order stands; where it has ended, at the last element that it passed. */
    private Trouble here(String message) {
        return engine.getRuntimeService().createProcessInstanceQuery().list().stream()
                .flatMap(process -> engine.getRuntimeService().getActiveActivityIds(process.getId()).stream())
                .findFirst()
                .flatMap(this::at)
                .map(place -> new Trouble(place.process(), place.element(), place.label(), message))
                .orElseGet(() -> lastPassed(message));
    }

    private Trouble lastPassed(String message) {
        if (notes.path.isEmpty()) {
            return new Trouble(ProcessKey.ORDER.inDiagram(), "", "", message);
        }
        StoryReport.Passed last = notes.path.get(notes.path.size() - 1);
        return new Trouble(last.process(), last.element(), last.label(), message);
    }

    private String label(String element) {
        return at(element).map(StoryReport.Passed::label).orElse("");
    }

    private Optional<StoryReport.Passed> at(String element) {
        return notes.path.stream()
                .filter(passed -> passed.element().equals(element))
                .reduce((earlier, later) -> later);
    }
}
