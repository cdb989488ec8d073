package io.orderflow.cases;

/** How a person resolved a case. */
public enum CaseOutcome {

    /** Everything that the order held was given back. */
    GIVE_BACK,
    /** The order goes on where it stood. */
    RESUME,
    /** There is nothing (more) to do, for a reason that the note gives. */
    EXPLAINED
}
