package io.orderflow.process.playing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a story. All times count from the beginning of the story, such as {@code P2D}.
 *
 * @param story its name
 * @param kept whether it went to its end, and to the promised one where one is promised
 * @param path the elements that the order passed, in this order
 * @param messages what the customer would have been told
 * @param tasks what people would have had to do
 * @param ends the id of the end event that each process came to, by the id of the process
 * @param balance what is whose at the end
 * @param trouble where it got stuck, or how its end differs from the promised one; null if nothing is wrong
 */
public record StoryReport(
        String story,
        boolean kept,
        List<Passed> path,
        List<Message> messages,
        List<PersonsTask> tasks,
        Map<String, String> ends,
        Balance balance,
        @Nullable Trouble trouble) {

    /**
     * An element that the order passed.
     *
     * @param process the id of its process
     * @param element its id
     * @param label its name for people; may be empty
     * @param after when
     */
    public record Passed(String process, String element, String label, String after) {}

    /**
     * A message to the customer.
     *
     * @param topic what it is about
     * @param after when
     */
    public record Message(String topic, String after) {}

    /**
     * A task that a person completed.
     *
     * @param element its id
     * @param label its name for people
     * @param form the name of its form; empty for none
     * @param answers the answers of the story; none for a task that the story does not know
     * @param after when
     */
    public record PersonsTask(String element, String label, String form, Map<String, String> answers, String after) {}

    /**
     * Where a story went wrong.
     *
     * @param process the id of the process
     * @param element the id of the element where the order stood or ended; may be empty
     * @param label its name for people; may be empty
     * @param message what is wrong there
     */
    public record Trouble(String process, String element, String label, String message) {}
}
