package io.orderflow.process.versions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference of an element between two versions of a file. An element that has changed and moved has two.
 *
 * @param change how it differs
 * @param kind what kind of element it is, such as {@code service task} or {@code rule}
 * @param element the element's id
 * @param label what people call it, in the later version if it is there; empty where it has no label
 * @param facts what it says differently, or the row in which a rule was and is; empty where it is new, gone or stands
 *     elsewhere on the sheet
 */
record ModelChange(Change change, String kind, String element, String label, List<Fact> facts) {

    /** How an element differs. What stands elsewhere on the sheet or in another row of its table has moved. */
    enum Change {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /**
     * One thing that an element says.
     *
     * @param name what it is about, such as {@code dueDate} or the label of a table's column
     * @param from what the earlier version says; null where it says nothing
     * @param to what the later version says; null where it says nothing
     */
    record Fact(
            String name, @Nullable String from, @Nullable String to) {}
}
