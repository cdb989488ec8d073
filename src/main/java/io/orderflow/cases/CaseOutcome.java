package io.orderflow.cases;

/** The outcomes of a case, of which a person chooses one. */
public enum CaseOutcome {

    /** Everything that the order holds is given back. */
    GIVE_BACK,
    /** The order goes on where it stopped. */
    RESUME,
    /** There is nothing (more) to do, for a reason that the note gives. */
    EXPLAINED
}
