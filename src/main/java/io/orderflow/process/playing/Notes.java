package io.orderflow.process.playing;

import io.orderflow.process.playing.StoryReport.Message;
import io.orderflow.process.playing.StoryReport.Passed;
import io.orderflow.process.playing.StoryReport.PersonsTask;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a story while it is played: its clock, its ledger, what steps will answer, and what has happened.
 */
class Notes {

    private static final int LONGEST_PATH = 1000;

    final Ledger ledger = new Ledger();
    final List<Passed> path = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();
    final List<PersonsTask> tasks = new ArrayList<>();
    final Map<String, String> ends = new LinkedHashMap<>();
    private final Map<String, Deque<StoryEvent>> answers = new HashMap<>();
    private Duration clock = Duration.ZERO;

    Duration clock() {
        return clock;
    }

    /** Sets the clock of the story forward; it never goes back. */
    void jumpTo(Duration time) {
        clock = time.compareTo(clock) > 0 ? time : clock;
    }

    /** Keeps an event for the next call of the step that it is about. */
    void prepare(StoryEvent event) {
        answers.computeIfAbsent(event.subject(), step -> new ArrayDeque<>()).add(event);
    }

    /** Returns what the story says about this call of a step; empty if it says nothing. */
    Optional<StoryEvent> answer(String step) {
        return Optional.ofNullable(answers.get(step)).map(Deque::poll);
    }

    /**
     * Notes that the order came to an element.
     *
     * @throws IllegalStateException if the order goes round in circles
     */
    void pass(String process, String element, String label, boolean isEnd) {
        if (path.size() == LONGEST_PATH) {
            throw new IllegalStateException("the order goes round in circles");
        }
        path.add(new Passed(process, element, label, clock.toString()));
        if (isEnd) {
            ends.put(process, element);
        }
    }

    void tell(String topic) {
        messages.add(new Message(topic, clock.toString()));
    }

    void complete(String element, String label, String form, Map<String, String> given) {
        tasks.add(new PersonsTask(element, label, form, given, clock.toString()));
    }
}
