package io.orderflow.process;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The rooms of the module, and which others each of them may use. */
public final class ProcessRooms {

    private static final String BASE = "";

    /** Room, and the rooms that this room may use. */
    public static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            entry(BASE, Set.of()),
            // the parts of the diagrams
            entry("placing", Set.of(BASE)),
            entry("paying", Set.of(BASE)),
            entry("shipping", Set.of(BASE, "answers")),
            entry("givingback", Set.of(BASE, "answers")),
            entry("returning", Set.of(BASE, "answers")),
            entry("cases", Set.of(BASE, "answers", "watching")),
            entry("telling", Set.of(BASE)),
            // what is not drawn
            entry("watching", Set.of(BASE, "paying")),
            // what people see and answer
            entry("answers", Set.of(BASE)),
            entry("overview", Set.of(BASE)),
            entry("forms", Set.of(BASE, "answers", "watching")),
            // the engine itself
            entry("doors", Set.of(BASE, "answers")),
            entry("engine", Set.of(BASE, "doors", "login")),
            entry("expressions", Set.of("login")),
            entry("login", Set.of()),
            entry("model", Set.of()),
            entry("model.rules", Set.of(BASE, "answers", "model")),
            entry("model.words", Set.of(BASE, "model")),
            entry("sessions", Set.of()),
            entry("playing", Set.of(BASE, "expressions", "model")),
            entry("versions", Set.of(BASE, "model", "playing")));

    private ProcessRooms() {}
}
